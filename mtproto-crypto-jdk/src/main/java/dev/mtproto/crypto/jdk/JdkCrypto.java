package dev.mtproto.crypto.jdk;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.ComplianceRow;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.spi.ComplianceRows;
import dev.mtproto.crypto.spi.JcaCrypto;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;

/** The services on SunJCE, SUN and {@code BigInteger}. */
final class JdkCrypto extends JcaCrypto {

    static final String NAME = "jdk";

    private final JdkAlgorithms algorithms;

    JdkCrypto(JdkAlgorithms algorithms) {
        super(algorithms.random());
        this.algorithms = algorithms;
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
    protected Digest newDigest(String algorithm) {
        return algorithms.newDigest(algorithm);
    }

    @Override
    protected Cipher gcmCipher() throws GeneralSecurityException {
        return algorithms.gcmCipher();
    }

    @Override
    protected SecretKeyFactory pbkdf2Factory() throws GeneralSecurityException {
        return algorithms.pbkdf2Factory();
    }

    @Override
    protected KeyPairGenerator rsaKeyGenerator() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("RSA");
    }

    @Override
    public List<ComplianceRow> compliance() {
        return List.of(
                algorithms.row(CryptoOperation.AES_ENCRYPTION),
                algorithms.row(CryptoOperation.AES_DECRYPTION),
                algorithms.row(CryptoOperation.AES_CTR),
                algorithms.row(CryptoOperation.SHA1),
                algorithms.row(CryptoOperation.SHA256),
                randomRow(),
                ComplianceRows.power(),
                ComplianceRows.primality(),
                ComplianceRows.rsaPublic(),
                ComplianceRows.rsaPrivate(),
                rsaKeyRow(),
                algorithms.row(CryptoOperation.PBKDF2),
                algorithms.row(CryptoOperation.AES_GCM));
    }
}
