package dev.mtproto.crypto.bc;

import dev.mtproto.api.CryptoUnavailableException;
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
import dev.mtproto.crypto.spi.JcaAesIge;
import dev.mtproto.crypto.spi.JcaDigest;
import dev.mtproto.crypto.spi.RsaKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;

/**
 * The services on Bouncy Castle FIPS.
 *
 * <p>By the module: AES (the block cipher of IGE in the modes CBC and ECB, and CTR), SHA-1, SHA-256, Diffie-Hellman, its DRBG,
 * RSA key generation. Outside of it, on {@link BigInteger}: the raw RSA operation with a public key (no secret key) and with
 * a private key (the server's alone), which the module refuses in approved-only mode; and primality (no secrets). The chaining
 * of IGE, some XORs, is ours as well: IGE is not an approved mode, it is built on approved primitives.
 */
final class BcFipsCrypto implements Crypto {

    static final String NAME = "bc-fips";

    private final BouncyCastleFipsProvider module;
    private final boolean approvedOnly;
    private final SecureRandom generator;
    private final RandomSource random;
    private final BigIntegerMath math;
    private final FipsDiffieHellman diffieHellman;

    private BcFipsCrypto(BouncyCastleFipsProvider module) throws GeneralSecurityException {
        this.module = module;
        approvedOnly = FipsModule.approvedOnly();
        generator = SecureRandom.getInstance("DEFAULT", module);
        random = new BufferedRandom(generator::nextBytes);
        math = new BigIntegerMath(random);
        diffieHellman = new FipsDiffieHellman(module);
    }

    static Crypto open() {
        try {
            return new BcFipsCrypto(new BouncyCastleFipsProvider());
        } catch (GeneralSecurityException e) {
            throw new CryptoUnavailableException("bc-fips: it lacks an algorithm: " + e.getMessage());
        }
    }

    @Override
    public CryptoInfo info() {
        String version = module.getInfo().replaceFirst(".* v", "");
        String variant = FipsModule.nativeVariant();
        return new CryptoInfo(
                NAME,
                "Bouncy Castle FIPS",
                version + (variant.isEmpty() ? "" : " with native code " + variant),
                !variant.isEmpty(),
                Optional.of("BC-FJA " + version
                        + (approvedOnly
                                ? " (the raw RSA operation is done outside of it)"
                                : " (loaded without -D" + BcFipsCryptoProvider.APPROVED_ONLY + "=true)")),
                Optional.of("FIPS 140-3 interim certificate #4943, of which the vendor calls 2.1.3 a patched version"),
                approvedOnly);
    }

    @Override
    public AesIge newAesIge() {
        // no traits: with its native code, update of this module holds back up to 256 bytes
        return new JcaAesIge(aes("CBC"), aes("ECB"));
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return new FipsAesCtr(aes("CTR"), key, iv);
    }

    private Cipher aes(String mode) {
        try {
            return Cipher.getInstance("AES/" + mode + "/NoPadding", module);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the module lacks AES/" + mode, e);
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
            return new JcaDigest(MessageDigest.getInstance(algorithm, module));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the module lacks " + algorithm, e);
        }
    }

    @Override
    public RandomSource random() {
        return random;
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return diffieHellman.modPow(base, exponent, modulus);
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
            return RsaKeys.generate(KeyPairGenerator.getInstance("RSA", module), generator);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the module cannot draw an RSA key", e);
        }
    }
}
