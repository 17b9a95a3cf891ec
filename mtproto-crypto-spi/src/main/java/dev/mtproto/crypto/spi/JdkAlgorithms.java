package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoOperation;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own implementations: those of SunJCE and SUN where these are installed, so that a provider that someone put in
 * front of them is not taken by accident; else, on a JDK of another make, what its own order of preference gives.
 *
 * <p>Safe for use by several threads.
 */
public final class JdkAlgorithms {

    private static final List<String> GENERATORS = List.of("NativePRNGNonBlocking", "Windows-PRNG", "DRBG");

    private static final String PBKDF2 = "PBKDF2WithHmacSHA256";

    private final @Nullable Provider ciphers = Security.getProvider("SunJCE");
    private final @Nullable Provider digests = Security.getProvider("SUN");

    /**
     * Looks the algorithms up once.
     *
     * @throws GeneralSecurityException if one is missing
     */
    public JdkAlgorithms() throws GeneralSecurityException {
        findAes("ECB");
        findAes("CBC");
        findAes("CTR");
        gcmCipher();
        pbkdf2Factory();
        findDigest("SHA-1");
        findDigest("SHA-256");
    }

    /** Returns the name of the provider of AES. */
    public String implementation() {
        return ciphers == null ? "JDK" : ciphers.getName();
    }

    /** Makes an AES-256-IGE cipher. */
    public JcaAesIge newAesIge() {
        Cipher cbc = aes("CBC");
        Cipher ecb = aes("ECB");
        return ciphers == null
                ? new JcaAesIge(cbc, ecb)
                : new JcaAesIge(cbc, ecb, Trait.UPDATES_AT_ONCE, Trait.READS_KEY_AT_INIT);
    }

    /**
     * Starts an AES-256-CTR key stream.
     *
     * @param key 32 bytes; copied
     * @param iv 16 bytes, the first counter block; copied
     */
    public JcaAesCtr newAesCtr(byte[] key, byte[] iv) {
        return new JcaAesCtr(aes("CTR"), key, iv);
    }

    /**
     * Makes a digest.
     *
     * @param algorithm {@code SHA-1} or {@code SHA-256}
     */
    public JcaDigest newDigest(String algorithm) {
        try {
            return new JcaDigest(findDigest(algorithm));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " was there and is gone", e);
        }
    }

    /**
     * Makes a cipher {@code AES/GCM/NoPadding}.
     *
     * @throws GeneralSecurityException if there is none
     */
    public Cipher gcmCipher() throws GeneralSecurityException {
        return findAes("GCM");
    }

    /**
     * Makes a factory {@code PBKDF2WithHmacSHA256}.
     *
     * @throws GeneralSecurityException if there is none
     */
    public SecretKeyFactory pbkdf2Factory() throws GeneralSecurityException {
        return ciphers == null ? SecretKeyFactory.getInstance(PBKDF2) : SecretKeyFactory.getInstance(PBKDF2, ciphers);
    }

    /** Returns the operating system's generator, one that never blocks; on a system that has none, a DRBG. */
    public SecureRandom random() {
        for (String generator : GENERATORS) {
            try {
                return SecureRandom.getInstance(generator);
            } catch (NoSuchAlgorithmException e) {
                // the name of another platform's: try the next one
                continue;
            }
        }
        return new SecureRandom();
    }

    /**
     * Tells how these implementations do an operation.
     *
     * @param operation one of AES or SHA, or PBKDF2
     */
    public ComplianceRow row(CryptoOperation operation) {
        return switch (operation) {
            case AES_ENCRYPTION -> row(operation, "CBC");
            case AES_DECRYPTION -> row(operation, "ECB");
            case AES_CTR -> row(operation, "CTR");
            case AES_GCM -> row(operation, "GCM");
            case PBKDF2 -> pbkdf2Row();
            case SHA1 -> digestRow(operation, "SHA-1");
            case SHA256 -> digestRow(operation, "SHA-256");
            default -> throw new IllegalArgumentException("not done here: " + operation);
        };
    }

    private ComplianceRow row(CryptoOperation operation, String mode) {
        Cipher cipher = aes(mode);
        return row(operation, "AES-256-" + mode, "Cipher " + cipher.getAlgorithm(), cipher.getProvider());
    }

    private ComplianceRow digestRow(CryptoOperation operation, String algorithm) {
        try {
            return row(
                    operation,
                    algorithm,
                    "MessageDigest " + algorithm,
                    findDigest(algorithm).getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " was there and is gone", e);
        }
    }

    private ComplianceRow pbkdf2Row() {
        try {
            return row(
                    CryptoOperation.PBKDF2,
                    "PBKDF2 with HMAC-SHA-256",
                    "SecretKeyFactory " + PBKDF2,
                    pbkdf2Factory().getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 was there and is gone", e);
        }
    }

    private static ComplianceRow row(CryptoOperation operation, String algorithm, String service, Provider provider) {
        return new ComplianceRow(
                operation, algorithm, service, ComplianceRows.module(provider), false, "not a validated module");
    }

    private Cipher aes(String mode) {
        try {
            return findAes(mode);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/" + mode + " was there and is gone", e);
        }
    }

    private Cipher findAes(String mode) throws GeneralSecurityException {
        String transformation = "AES/" + mode + "/NoPadding";
        return ciphers == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, ciphers);
    }

    private MessageDigest findDigest(String algorithm) throws GeneralSecurityException {
        return digests == null ? MessageDigest.getInstance(algorithm) : MessageDigest.getInstance(algorithm, digests);
    }
}
