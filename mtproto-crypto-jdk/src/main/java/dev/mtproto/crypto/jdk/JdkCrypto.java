package dev.mtproto.crypto.jdk;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.crypto.spi.BigIntegerMath;
import dev.mtproto.crypto.spi.BufferedRandom;
import dev.mtproto.crypto.spi.JcaAesCtr;
import dev.mtproto.crypto.spi.JcaAesIge;
import dev.mtproto.crypto.spi.JcaDigest;
import dev.mtproto.crypto.spi.RsaKeys;
import dev.mtproto.crypto.spi.Trait;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Optional;

/** The services on SunJCE, SUN and {@link BigInteger}. */
final class JdkCrypto implements Crypto {

    static final String NAME = "jdk";

    private final JdkServices services;
    private final SecureRandom generator;
    private final RandomSource random;
    private final BigIntegerMath math;

    JdkCrypto(JdkServices services) {
        this.services = services;
        generator = services.random();
        random = new BufferedRandom(generator::nextBytes);
        math = new BigIntegerMath(random);
    }

    @Override
    public CryptoInfo info() {
        return new CryptoInfo(
                NAME,
                services.ciphers() == null ? "JDK" : services.ciphers().getName(),
                Runtime.version().toString(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public AesIge newAesIge() {
        try {
            return services.ciphers() == null
                    ? new JcaAesIge(services.aes("CBC"), services.aes("ECB"))
                    : new JcaAesIge(
                            services.aes("CBC"), services.aes("ECB"), Trait.UPDATES_AT_ONCE, Trait.READS_KEY_AT_INIT);
        } catch (GeneralSecurityException e) {
            throw lost(e);
        }
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        try {
            return new JcaAesCtr(services.aes("CTR"), key, iv);
        } catch (GeneralSecurityException e) {
            throw lost(e);
        }
    }

    @Override
    public Digest newSha1() {
        return digest("SHA-1");
    }

    @Override
    public Digest newSha256() {
        return digest("SHA-256");
    }

    private Digest digest(String algorithm) {
        try {
            return new JcaDigest(services.digest(algorithm));
        } catch (GeneralSecurityException e) {
            throw lost(e);
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
            return RsaKeys.generate(KeyPairGenerator.getInstance("RSA"), generator);
        } catch (GeneralSecurityException e) {
            throw lost(e);
        }
    }

    private static IllegalStateException lost(GeneralSecurityException e) {
        return new IllegalStateException("an algorithm that was there is gone", e);
    }
}
