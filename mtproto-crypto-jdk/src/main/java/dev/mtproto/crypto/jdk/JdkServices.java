package dev.mtproto.crypto.jdk;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDK's implementations: of SunJCE and SUN where they are installed, so that a provider that someone put in front
 * of them is not taken by accident; else, on a JDK of another make, those that its own order of preference gives.
 */
record JdkServices(@Nullable Provider ciphers, @Nullable Provider digests) {

    private static final List<String> GENERATORS = List.of("NativePRNGNonBlocking", "Windows-PRNG", "DRBG");

    static JdkServices find() throws GeneralSecurityException {
        JdkServices services = new JdkServices(Security.getProvider("SunJCE"), Security.getProvider("SUN"));
        for (String mode : List.of("ECB", "CBC", "CTR")) {
            services.aes(mode);
        }
        services.digest("SHA-1");
        services.digest("SHA-256");
        return services;
    }

    Cipher aes(String mode) throws GeneralSecurityException {
        String transformation = "AES/" + mode + "/NoPadding";
        return ciphers == null ? Cipher.getInstance(transformation) : Cipher.getInstance(transformation, ciphers);
    }

    MessageDigest digest(String algorithm) throws NoSuchAlgorithmException {
        return digests == null ? MessageDigest.getInstance(algorithm) : MessageDigest.getInstance(algorithm, digests);
    }

    /** Returns the operating system's generator, one that never blocks; else a DRBG. */
    SecureRandom random() {
        for (String generator : GENERATORS) {
            try {
                return SecureRandom.getInstance(generator);
            } catch (NoSuchAlgorithmException e) {
                // another platform's name: the next one
                continue;
            }
        }
        return new SecureRandom();
    }
}
