package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAKeyGenParameterSpec;

/** Draws RSA keys with a JCA generator. */
public final class RsaKeys {

    private RsaKeys() {}

    /**
     * Draws a key of 2048 bits with the public exponent 65537.
     *
     * @param generator the generator of a provider for {@code RSA}
     * @param random where its random numbers come from
     * @throws GeneralSecurityException if the provider refuses
     */
    public static RsaPrivateKey generate(KeyPairGenerator generator, SecureRandom random)
            throws GeneralSecurityException {
        generator.initialize(new RSAKeyGenParameterSpec(RsaPublicKey.BITS, RSAKeyGenParameterSpec.F4), random);
        if (!(generator.generateKeyPair().getPrivate() instanceof RSAPrivateCrtKey key)) {
            throw new GeneralSecurityException("the generator gave a key without its primes");
        }
        return new RsaPrivateKey(
                new RsaPublicKey(key.getModulus(), key.getPublicExponent()),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ());
    }
}
