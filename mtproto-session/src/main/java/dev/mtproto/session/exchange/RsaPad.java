package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPublicKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** RSA_PAD: the encryption of the inner data under a server's RSA key; see "Creating an authorization key", step 4.1. */
final class RsaPad {

    /** Length of what RSA takes and gives, in bytes. */
    static final int BLOCK = 256;
    /** Length of the longest text, in bytes. */
    static final int MAX_DATA = 144;

    private static final int PADDED = 192;
    private static final int HASHED = 224;
    private static final int KEY = 32;
    /** Each attempt succeeds at least every second time; a source of random bytes that never does is broken. */
    private static final int MAX_ATTEMPTS = 256;

    private RsaPad() {}

    /**
     * Encrypts a text, drawing a fresh temp_key until the block is below the modulus.
     *
     * @param data at most 144 bytes
     * @return 256 bytes
     */
    @Enforces({Check.H7, Check.H16, Check.H21})
    static byte[] encrypt(byte[] data, RsaPublicKey key, Crypto crypto, RandomSource random) {
        Fault.unless(data.length <= MAX_DATA, Check.H7, "inner data of " + data.length + " bytes");
        byte[] padded = Arrays.copyOf(data, PADDED);
        byte[] tempKey = new byte[KEY];
        byte[] block = new byte[BLOCK];
        try {
            random.nextBytes(padded, data.length, PADDED - data.length);
            for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
                random.nextBytes(tempKey, 0, KEY);
                fill(block, padded, tempKey, crypto);
                if (Unsigned.read(block).compareTo(key.modulus()) < 0) {
                    return crypto.rsaPublic(key, block);
                }
            }
            throw Fault.of(Check.H7, "no block below the modulus in " + MAX_ATTEMPTS + " attempts");
        } finally {
            Wipe.all(padded, tempKey, block);
        }
    }

    private static void fill(byte[] block, byte[] padded, byte[] tempKey, Crypto crypto) {
        Digest sha256 = crypto.newSha256();
        for (int i = 0; i < PADDED; i++) {
            block[KEY + i] = padded[PADDED - 1 - i];
        }
        sha256.update(tempKey);
        sha256.update(padded);
        sha256.digest(block, KEY + PADDED);
        crypto.newAesIge().encrypt(tempKey, new byte[32], block, KEY, HASHED);
        maskKey(sha256, block, tempKey);
        System.arraycopy(tempKey, 0, block, 0, KEY);
    }

    /** Combines a key with the SHA-256 of the encrypted part of the block, both ways. */
    private static void maskKey(Digest sha256, byte[] block, byte[] key) {
        sha256.update(block, KEY, HASHED);
        byte[] mask = sha256.digest();
        for (int i = 0; i < KEY; i++) {
            key[i] ^= mask[i];
        }
    }

    /**
     * Takes a text out of a block that RSA has decrypted.
     *
     * @param block 256 bytes; not changed
     * @return the 192 bytes of text and padding, null if the hash is wrong; the caller wipes them
     */
    @Enforces(Check.S5)
    static byte @Nullable [] open(byte[] block, Crypto crypto) {
        Digest sha256 = crypto.newSha256();
        byte[] text = block.clone();
        byte[] tempKey = Arrays.copyOf(block, KEY);
        maskKey(sha256, block, tempKey);
        crypto.newAesIge().decrypt(tempKey, new byte[32], text, KEY, HASHED);
        byte[] padded = new byte[PADDED];
        for (int i = 0; i < PADDED; i++) {
            padded[i] = text[KEY + PADDED - 1 - i];
        }
        sha256.update(tempKey);
        sha256.update(padded);
        byte[] hash = sha256.digest();
        boolean right = ConstantTime.equal(hash, 0, text, KEY + PADDED, hash.length);
        Wipe.all(text, tempKey);
        if (!right) {
            Wipe.all(padded);
        }
        return right ? padded : null;
    }
}
