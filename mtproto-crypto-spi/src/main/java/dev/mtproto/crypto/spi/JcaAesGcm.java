package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.AesGcm;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM over a JCA cipher, which draws its nonces itself. Not safe for use by several threads. */
public final class JcaAesGcm implements AesGcm {

    private final Cipher gcm;
    private final SecureRandom generator;

    /**
     * Makes a cipher.
     *
     * @param gcm {@code AES/GCM/NoPadding} of the provider; used by this object alone
     * @param generator the provider's own, for the nonces; a validated module takes no other
     */
    public JcaAesGcm(Cipher gcm, SecureRandom generator) {
        this.gcm = gcm;
        this.generator = generator;
    }

    @Override
    public byte[] seal(byte[] key, byte[] associated, byte[] plaintext) {
        SecretKeySpec aes = aes(key);
        try {
            // without a nonce in the parameters the provider draws one
            gcm.init(Cipher.ENCRYPT_MODE, aes, generator);
            byte[] nonce = gcm.getIV();
            byte[] sealed = Arrays.copyOf(nonce, NONCE + plaintext.length + TAG);
            gcm.updateAAD(associated);
            int written = gcm.doFinal(plaintext, 0, plaintext.length, sealed, NONCE);
            if (nonce.length != NONCE || written != plaintext.length + TAG) {
                throw new IllegalStateException("AES-256-GCM used a nonce or a tag of another length");
            }
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    @Override
    public byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed) {
        SecretKeySpec aes = aes(key);
        if (sealed.length < NONCE + TAG) {
            return null;
        }
        try {
            gcm.init(Cipher.DECRYPT_MODE, aes, new GCMParameterSpec(8 * TAG, sealed, 0, NONCE));
            gcm.updateAAD(associated);
            return gcm.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM failed", e);
        }
    }

    private static SecretKeySpec aes(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("AES-256-GCM takes a key of 32 bytes, not " + key.length);
        }
        return new SecretKeySpec(key, "AES");
    }
}
