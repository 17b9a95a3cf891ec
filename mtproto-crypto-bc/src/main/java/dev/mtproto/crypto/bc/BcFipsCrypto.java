package dev.mtproto.crypto.bc;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.spi.JcaAesIge;
import dev.mtproto.crypto.spi.JcaCrypto;
import dev.mtproto.crypto.spi.JcaDigest;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import org.bouncycastle.crypto.fips.FipsUnapprovedOperationError;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;

/**
 * The services on Bouncy Castle FIPS.
 *
 * <p>By the module: AES (the block cipher of IGE in the modes CBC and ECB, and CTR), SHA-1, SHA-256, Diffie-Hellman, its DRBG,
 * RSA key generation, PBKDF2, GCM. Outside of it, on {@code BigInteger}: the raw RSA operation with a public key (no secret key) and with
 * a private key (the server's alone), which the module refuses in approved-only mode; and primality (no secrets). The chaining
 * of IGE, some XORs, is ours as well: IGE is not an approved mode, it is built on approved primitives.
 */
final class BcFipsCrypto extends JcaCrypto {

    static final String NAME = "bc-fips";

    private final Provider module;
    private final boolean approvedOnly;
    private final FipsDiffieHellman diffieHellman;

    private BcFipsCrypto(Provider module) throws GeneralSecurityException {
        super(SecureRandom.getInstance("DEFAULT", module));
        this.module = module;
        approvedOnly = FipsModule.approvedOnly();
        diffieHellman = new FipsDiffieHellman(module);
    }

    static Crypto open() {
        return open(new BouncyCastleFipsProvider());
    }

    static Crypto open(Provider module) {
        try {
            return new BcFipsCrypto(module);
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
                Optional.of("FIPS 140-3 level 1, interim certificate #4943; 2.1.3 is a patched version of 2.1.2"),
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
    protected Digest newDigest(String algorithm) {
        try {
            return new JcaDigest(MessageDigest.getInstance(algorithm, module));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the module lacks " + algorithm, e);
        }
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return diffieHellman.modPow(base, exponent, modulus);
    }

    @Override
    protected Cipher gcmCipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding", module);
    }

    @Override
    protected SecretKeyFactory pbkdf2Factory() throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256", module);
    }

    @Override
    public byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations) {
        try {
            return super.pbkdf2(passphrase, salt, iterations);
        } catch (FipsUnapprovedOperationError e) {
            throw new IllegalArgumentException(
                    "the module refuses it in approved-only mode, where a passphrase has at least 112 bits (14 bytes of UTF-8) "
                            + "and a salt 128: " + e.getMessage(),
                    e);
        }
    }

    @Override
    protected KeyPairGenerator rsaKeyGenerator() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA", module);
    }

    @Override
    public List<ComplianceRow> compliance() {
        return FipsRows.of(info().implementation() + " " + info().version(), approvedOnly);
    }

    @Override
    public List<String> moduleEvidence() {
        return FipsModule.evidence(approvedOnly);
    }
}
