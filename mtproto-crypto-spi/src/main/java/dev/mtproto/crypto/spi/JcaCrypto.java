package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;

/**
 * What providers over JCA have in common: random bytes from a buffer, RSA keys from their own generator, and the operations
 * on large numbers by {@link BigIntegerMath} where they have nothing better.
 */
public abstract class JcaCrypto implements Crypto {

    private final SecureRandom generator;
    private final RandomSource random;
    private final BigIntegerMath math;

    /**
     * Makes the common part.
     *
     * @param generator the provider's generator of random bytes
     */
    protected JcaCrypto(SecureRandom generator) {
        this.generator = generator;
        random = new BufferedRandom(generator::nextBytes);
        math = new BigIntegerMath(random);
    }

    /** Returns the arithmetic. */
    protected final BigIntegerMath math() {
        return math;
    }

    /**
     * Makes a digest.
     *
     * @param algorithm {@code SHA-1} or {@code SHA-256}
     */
    protected abstract Digest newDigest(String algorithm);

    /**
     * Makes the provider's cipher {@code AES/GCM/NoPadding}.
     *
     * @throws GeneralSecurityException if it has none
     */
    protected abstract Cipher gcmCipher() throws GeneralSecurityException;

    /**
     * Makes the factory {@code PBKDF2WithHmacSHA256}.
     *
     * @throws GeneralSecurityException if there is none
     */
    protected abstract SecretKeyFactory pbkdf2Factory() throws GeneralSecurityException;

    /**
     * Makes the provider's generator of RSA keys.
     *
     * @throws GeneralSecurityException if it has none
     */
    protected abstract KeyPairGenerator rsaKeyGenerator() throws GeneralSecurityException;

    /** Tells where random bytes come from, of a provider that is not validated. */
    protected final ComplianceRow randomRow() {
        return row(CryptoOperation.RANDOM, "SecureRandom " + generator.getAlgorithm(), generator.getProvider());
    }

    /** Tells who draws RSA keys, of a provider that is not validated. */
    protected final ComplianceRow rsaKeyRow() {
        try {
            return row(
                    CryptoOperation.RSA_KEY_GENERATION,
                    "KeyPairGenerator RSA",
                    rsaKeyGenerator().getProvider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(info().name() + " cannot draw an RSA key", e);
        }
    }

    private static ComplianceRow row(CryptoOperation operation, String service, Provider provider) {
        String algorithm = operation == CryptoOperation.RANDOM ? service.replace("SecureRandom ", "") : "RSA 2048";
        return new ComplianceRow(
                operation, algorithm, service, ComplianceRows.module(provider), false, "not a validated module");
    }

    @Override
    public Digest newSha1() {
        return newDigest("SHA-1");
    }

    @Override
    public Digest newSha256() {
        return newDigest("SHA-256");
    }

    @Override
    public AesGcm newAesGcm() {
        try {
            return new JcaAesGcm(gcmCipher(), generator);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(info().name() + " lacks AES/GCM", e);
        }
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        try {
            return JcaPbkdf2.derive(pbkdf2Factory(), passphrase, salt, iterations);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(info().name() + " lacks PBKDF2", e);
        }
    }

    @Override
    public RandomSource random() {
        return random;
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return math.modPow(base, exponent, modulus);
    }

    @Override
    public boolean isProbablePrime(BigInteger n) {
        return math.isProbablePrime(n);
    }

    @Override
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        return math.rsaPublic(key, block);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        return math.rsaPrivate(key, block);
    }

    @Override
    public RsaPrivateKey newRsaKey() {
        try {
            return RsaKeys.generate(rsaKeyGenerator(), generator);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(info().name() + " cannot draw an RSA key", e);
        }
    }
}
