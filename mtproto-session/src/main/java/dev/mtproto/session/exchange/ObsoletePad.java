package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.tl.TlReader;
import org.jspecify.annotations.Nullable;

/** The RSA padding from before 2021: {@code 0 + SHA1(data) + data + random bytes}. Read by servers alone, never written. */
final class ObsoletePad {

    private static final int HASH = 20;
    private static final int DATA = 1 + HASH;

    private ObsoletePad() {}

    /** Takes the inner data out of a block that RSA has decrypted; null if it is none of this form. */
    @Enforces(Check.S5)
    static @Nullable DecryptedInner open(byte[] block, Crypto crypto) {
        if (block[0] != 0) {
            return null;
        }
        try {
            TlReader reader = new TlReader(block, DATA, block.length - DATA);
            DecryptedInner inner = DecryptedInner.read(reader);
            var sha1 = crypto.newSha1();
            sha1.update(block, DATA, reader.position());
            if (ConstantTime.equal(sha1.digest(), 0, block, 1, HASH)) {
                return inner;
            }
            inner.erase();
            return null;
        } catch (TlException e) {
            return null;
        }
    }
}
