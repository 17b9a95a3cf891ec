package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.tl.TlReader;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts the inner data of req_DH_params. Whatever part is wrong, the RSA operation is done and the failure is the same,
 * so that an attacker learns nothing from either.
 */
final class InnerDecryption {

    private InnerDecryption() {}

    @Enforces({Check.S5, Check.S6, Check.S14})
    static DecryptedInner open(byte[] encrypted, RsaPrivateKey key, ServerContext context) {
        boolean fits = encrypted.length == RsaPad.BLOCK
                && Unsigned.read(encrypted).compareTo(key.publicKey().modulus()) < 0;
        byte[] block = context.crypto().rsaPrivate(key, fits ? encrypted : substitute());
        try {
            DecryptedInner inner = decode(block, context);
            if (!fits || inner == null) {
                throw Fault.of(Check.S5, "encrypted_data cannot be decrypted");
            }
            return inner;
        } finally {
            Wipe.all(block);
        }
    }

    /** A block that stands in for one that is no block, and decodes to nothing. */
    private static byte[] substitute() {
        byte[] block = new byte[RsaPad.BLOCK];
        block[1] = 1;
        return block;
    }

    private static @Nullable DecryptedInner decode(byte[] block, ServerContext context) {
        Crypto crypto = context.crypto();
        byte[] padded = RsaPad.open(block, crypto);
        if (padded != null) {
            return parse(padded);
        }
        return context.options().acceptsObsoletePadding() ? ObsoletePad.open(block, crypto) : null;
    }

    /** Reads the text behind a right hash; one that is no inner data was sealed by someone who knows the key's public part. */
    private static DecryptedInner parse(byte[] padded) {
        try {
            return DecryptedInner.read(new TlReader(padded, 0, padded.length));
        } catch (TlException e) {
            throw Fault.of(Check.S6, "the decrypted text is no inner data");
        } finally {
            Wipe.all(padded);
        }
    }
}
