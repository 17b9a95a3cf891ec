package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import java.util.Arrays;

/** HMAC with SHA-256 under keys of up to one block, on a provider's digest. */
final class HmacSha256 {

    static final int LENGTH = 32;
    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private HmacSha256() {}

    /**
     * Computes the code of several pieces as one.
     *
     * @param key at most 64 bytes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
     */
    static byte[] of(Crypto crypto, byte[] key, byte[]... pieces) {
        if (key.length > BLOCK) {
            throw new IllegalArgumentException("a key of at most " + BLOCK + " bytes, not " + key.length);
        }
        Digest sha256 = crypto.newSha256();
        byte[] pad = new byte[BLOCK];
        sha256.update(padded(key, INNER, pad));
        for (byte[] piece : pieces) {
            sha256.update(piece);
        }
        byte[] inner = sha256.digest();
        sha256.update(padded(key, OUTER, pad));
        sha256.update(inner);
        Arrays.fill(pad, (byte) 0);
        return sha256.digest();
    }

    private static byte[] padded(byte[] key, int value, byte[] pad) {
        Arrays.fill(pad, (byte) value);
        for (int i = 0; i < key.length; i++) {
            pad[i] ^= key[i];
        }
        return pad;
    }
}
