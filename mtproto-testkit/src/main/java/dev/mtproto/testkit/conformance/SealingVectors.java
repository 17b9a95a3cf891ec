package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.Crypto;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of PBKDF2 and AES-256-GCM. */
final class SealingVectors {

    /** What a validated module may refuse below these: 112 bits of passphrase, 128 of salt. */
    private static final int APPROVED_PASSPHRASE = 14;

    private static final int APPROVED_SALT = 16;

    private SealingVectors() {}

    static Stream<DynamicTest> pbkdf2(Crypto crypto) {
        return Vectors.tests("pbkdf2", vector -> {
            byte[] utf8 = vector.in("passphrase_utf8_hex");
            char[] passphrase = new String(utf8, StandardCharsets.UTF_8).toCharArray();
            byte[] salt = vector.in("salt_hex");
            int iterations = vector.inNumber("iterations");
            boolean weak = utf8.length < APPROVED_PASSPHRASE || salt.length < APPROVED_SALT;
            if (weak && crypto.info().approvedOnly()) {
                String refusal = String.valueOf(
                        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(passphrase, salt, iterations))
                                .getMessage());
                assertTrue(refusal.contains("passphrase"), refusal);
                return;
            }
            assertArrayEquals(vector.out("key_hex"), crypto.pbkdf2(passphrase, salt, iterations));
        });
    }

    static Stream<DynamicTest> gcm(Crypto crypto) {
        return Vectors.tests("aes_gcm", vector -> {
            byte[] key = vector.in("key_hex");
            byte[] associated = vector.in("aad_hex");
            byte[] sealed = concat(vector.in("nonce_hex"), vector.in("ciphertext_hex"), vector.in("tag_hex"));
            AesGcm gcm = crypto.newAesGcm();
            if (vector.gives("refused")) {
                assertNull(gcm.open(key, associated, sealed));
                return;
            }
            byte[] plaintext = vector.out("plaintext_hex");
            assertArrayEquals(plaintext, gcm.open(key, associated, sealed));
            assertArrayEquals(plaintext, gcm.open(key, associated, gcm.seal(key, associated, plaintext)));
        });
    }

    private static byte[] concat(byte[] nonce, byte[] ciphertext, byte[] tag) {
        byte[] whole = new byte[nonce.length + ciphertext.length + tag.length];
        System.arraycopy(nonce, 0, whole, 0, nonce.length);
        System.arraycopy(ciphertext, 0, whole, nonce.length, ciphertext.length);
        System.arraycopy(tag, 0, whole, whole.length - tag.length, tag.length);
        return whole;
    }
}
