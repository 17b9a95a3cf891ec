package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.AesGcm;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 over a JCA factory of secret keys. */
public final class JcaPbkdf2 {

    private JcaPbkdf2() {}

    /**
     * Derives a key as {@link dev.mtproto.crypto.Crypto#pbkdf2} describes it.
     *
     * @param factory {@code PBKDF2WithHmacSHA256} of the provider
     * @param passphrase the passphrase; the caller wipes it
     * @param salt the salt
     * @param iterations how many
     * @return 32 bytes; the caller wipes them
     * @throws IllegalArgumentException if one of them is empty or not positive, or the passphrase is not well-formed text
     */
    public static byte[] derive(SecretKeyFactory factory, char[] passphrase, byte[] salt, int iterations) {
        // half of a surrogate pair has no UTF-8, and providers differ in what they put in its place
        if (passphrase.length == 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(CharBuffer.wrap(passphrase))) {
            throw new IllegalArgumentException("the passphrase is empty or not well-formed Unicode");
        }
        if (salt.length == 0 || iterations < 1) {
            throw new IllegalArgumentException("PBKDF2 takes a salt and at least one iteration");
        }
        PBEKeySpec password = new PBEKeySpec(passphrase, salt, iterations, 8 * AesGcm.KEY);
        try {
            return factory.generateSecret(password).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 failed", e);
        } finally {
            password.clearPassword();
        }
    }
}
