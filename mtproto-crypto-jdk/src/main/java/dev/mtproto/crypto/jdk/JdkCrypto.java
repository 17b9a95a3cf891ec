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
import dev.mtproto.crypto.spi.JdkAlgorithms;
import dev.mtproto.crypto.spi.RsaKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Optional;

/** The services on SunJCE, SUN and {@link BigInteger}. */
final class JdkCrypto implements Crypto {

    static final String NAME = "jdk";

    private final JdkAlgorithms algorithms;
    private final SecureRandom generator;
    private final RandomSource random;
    private final BigIntegerMath math;

    JdkCrypto(JdkAlgorithms algorithms) {
        this.algorithms = algorithms;
        generator = algorithms.random();
        random = new BufferedRandom(generator::nextBytes);
        math = new BigIntegerMath(random);
    }

    @Override
    public CryptoInfo info() {
        return new CryptoInfo(
                NAME,
                algorithms.implementation(),
                Runtime.version().toString(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public AesIge newAesIge() {
        return algorithms.newAesIge();
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return algorithms.newAesCtr(key, iv);
    }

    @Override
    public Digest newSha1() {
        return algorithms.newDigest("SHA-1");
    }

    @Override
    public Digest newSha256() {
        return algorithms.newDigest("SHA-256");
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
            throw new IllegalStateException("the JDK cannot draw an RSA key", e);
        }
    }
}
