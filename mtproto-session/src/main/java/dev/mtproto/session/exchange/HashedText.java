package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import java.util.function.Function;

/** The texts under the temporary keys: {@code SHA1(object) + object + 0..15 random bytes}, encrypted with AES-256-IGE. */
final class HashedText {

    private static final int HASH = 20;

    private HashedText() {}

    /** Encrypts an object. */
    static byte[] seal(TlObject object, TemporaryKeys keys, Crypto crypto, RandomSource random) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        byte[] data = writer.toByteArray();
        int end = HASH + data.length;
        byte[] text = new byte[(end + AesIge.BLOCK - 1) / AesIge.BLOCK * AesIge.BLOCK];
        Digest sha1 = crypto.newSha1();
        sha1.update(data);
        sha1.digest(text, 0);
        System.arraycopy(data, 0, text, HASH, data.length);
        random.nextBytes(text, end, text.length - end);
        crypto.newAesIge().encrypt(keys.key(), keys.iv(), text, 0, text.length);
        return text;
    }

    /**
     * Decrypts an object.
     *
     * @param encrypted the text; decrypted in place, then wiped
     * @param read how the object is read, with its constructor id
     * @param length the rule for the length of the text
     * @param hash the rule for the hash, the object and what stands behind it
     */
    @Enforces({Check.H8, Check.H9, Check.S9})
    static <T> T open(
            byte[] encrypted, TemporaryKeys keys, Crypto crypto, Function<TlReader, T> read, Check length, Check hash) {
        Fault.unless(
                encrypted.length > 0 && encrypted.length % AesIge.BLOCK == 0,
                length,
                "an encrypted text of " + encrypted.length + " bytes");
        crypto.newAesIge().decrypt(keys.key(), keys.iv(), encrypted, 0, encrypted.length);
        try {
            Fault.unless(encrypted.length > HASH, hash, "an encrypted text without content");
            TlReader reader = new TlReader(encrypted, HASH, encrypted.length - HASH);
            T object = read.apply(reader);
            Digest sha1 = crypto.newSha1();
            sha1.update(encrypted, HASH, reader.position());
            boolean right = ConstantTime.equal(sha1.digest(), 0, encrypted, 0, HASH);
            Fault.unless(right && reader.remaining() < AesIge.BLOCK, hash, "an encrypted text with a wrong hash");
            return object;
        } catch (TlException e) {
            throw Fault.of(hash, "an encrypted text with a wrong hash");
        } finally {
            Wipe.all(encrypted);
        }
    }
}
