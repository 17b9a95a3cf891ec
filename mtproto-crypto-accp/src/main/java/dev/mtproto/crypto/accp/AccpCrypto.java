package dev.mtproto.crypto.accp;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.spi.ComplianceRows;
import dev.mtproto.crypto.spi.JcaAesIge;
import dev.mtproto.crypto.spi.JcaCrypto;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;

/**
 * The services on ACCP, and on the JDK where ACCP has none or the JDK is faster.
 *
 * <p>ACCP: IGE encryption (by its CBC), IGE decryption of short messages, Diffie-Hellman and the private RSA operation (in
 * constant time), RSA keys, random bytes. JDK: IGE decryption of longer messages, CTR (ACCP has neither CTR nor ECB), SHA-1
 * and SHA-256 (as fast without the way into native code), the public RSA operation and primality (no secrets).
 */
final class AccpCrypto extends JcaCrypto {

    static final String NAME = "accp";

    private final AmazonCorrettoCryptoProvider accp;
    private final JdkAlgorithms jdk;
    private final NativeModExp modExp;

    private AccpCrypto(AmazonCorrettoCryptoProvider accp) throws GeneralSecurityException {
        super(SecureRandom.getInstance("LibCryptoRng", accp));
        this.accp = accp;
        jdk = new JdkAlgorithms();
        modExp = new NativeModExp(accp);
    }

    static Crypto open() {
        try {
            return new AccpCrypto(AmazonCorrettoCryptoProvider.INSTANCE);
        } catch (GeneralSecurityException e) {
            throw new CryptoUnavailableException("accp: it lacks an algorithm: " + e.getMessage());
        }
    }

    @Override
    public CryptoInfo info() {
        Provider provider = accp;
        return new CryptoInfo(
                NAME,
                "AmazonCorrettoCryptoProvider",
                // such as "AmazonCorrettoCryptoProvider 2.5.0 (AWS-LC v1.47.0)"
                provider.getInfo().replace("AmazonCorrettoCryptoProvider ", ""),
                true,
                accp.isFips() ? Optional.of("AWS-LC FIPS") : Optional.empty(),
                Optional.empty(),
                false);
    }

    @Override
    public AesIge newAesIge() {
        return new AccpAesIge(JcaAesIge.ofCbc(cbc(), cbc()), jdk.newAesIge());
    }

    private Cipher cbc() {
        try {
            return Cipher.getInstance("AES/CBC/NoPadding", accp);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ACCP lacks AES/CBC", e);
        }
    }

    @Override
    public AesCtr newAesCtr(byte[] key, byte[] iv) {
        return jdk.newAesCtr(key, iv);
    }

    @Override
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        return modExp.modPow(base, exponent, modulus);
    }

    @Override
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        byte[] result = modExp.rsaPrivate(key, block);
        math().verify(key.publicKey(), result, block);
        return result;
    }

    @Override
    protected Digest newDigest(String algorithm) {
        return jdk.newDigest(algorithm);
    }

    @Override
    protected KeyPairGenerator rsaKeyGenerator() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA", accp);
    }

    @Override
    protected Cipher gcmCipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding", accp);
    }

    /** Makes the JDK's: ACCP has none. */
    @Override
    protected SecretKeyFactory pbkdf2Factory() throws GeneralSecurityException {
        return jdk.pbkdf2Factory();
    }

    @Override
    public List<ComplianceRow> compliance() {
        return List.of(
                row(CryptoOperation.AES_ENCRYPTION, "AES-256-CBC", "Cipher AES/CBC/NoPadding"),
                decryption(),
                jdk.row(CryptoOperation.AES_CTR),
                jdk.row(CryptoOperation.SHA1),
                jdk.row(CryptoOperation.SHA256),
                randomRow(),
                row(CryptoOperation.DIFFIE_HELLMAN, "raw RSA with p and the exponent", "Cipher RSA/ECB/NoPadding"),
                ComplianceRows.primality(),
                ComplianceRows.rsaPublic(),
                row(CryptoOperation.RSA_PRIVATE, "RSA 2048, raw", "Cipher RSA/ECB/NoPadding"),
                rsaKeyRow(),
                derivation(),
                row(CryptoOperation.AES_GCM, "AES-256-GCM", "Cipher AES/GCM/NoPadding"));
    }

    private ComplianceRow decryption() {
        ComplianceRow ecb = jdk.row(CryptoOperation.AES_DECRYPTION);
        return AccpAesIge.NATIVE_LIMIT == 0
                ? ecb
                : new ComplianceRow(
                        CryptoOperation.AES_DECRYPTION,
                        "AES-256-CBC up to " + AccpAesIge.NATIVE_LIMIT + " bytes, " + ecb.algorithm() + " above",
                        "Cipher AES/CBC/NoPadding; " + ecb.service(),
                        ComplianceRows.module(accp) + "; " + ecb.module(),
                        false,
                        reason());
    }

    private ComplianceRow row(CryptoOperation operation, String algorithm, String service) {
        return new ComplianceRow(operation, algorithm, service, ComplianceRows.module(accp), false, reason());
    }

    private String reason() {
        return accp.isFips()
                ? "this library makes no use of a mode of ACCP that refuses what is not approved"
                : "not a validated module: this is the build of ACCP without FIPS";
    }

    private ComplianceRow derivation() {
        ComplianceRow own = jdk.row(CryptoOperation.PBKDF2);
        return new ComplianceRow(
                own.operation(),
                own.algorithm(),
                own.service(),
                own.module(),
                false,
                "ACCP has no PBKDF2, this is the JDK's; not a validated module");
    }
}
