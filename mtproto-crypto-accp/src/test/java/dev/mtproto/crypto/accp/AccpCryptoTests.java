package dev.mtproto.crypto.accp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.ComplianceReport;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.JcaAesIge;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import dev.mtproto.crypto.spi.Numbers;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Security;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccpCryptoTests {

    private final AccpCryptoProvider provider = new AccpCryptoProvider();

    @BeforeEach
    void skipWhereThereIsNoNativeLibrary() {
        if (provider.availability() instanceof Availability.Unavailable unavailable) {
            assertTrue(unavailable.reason().startsWith("its native library does not load on "));
            assertThrows(CryptoUnavailableException.class, provider::open);
            Assumptions.abort(unavailable.reason());
        }
    }

    @Test
    void isNativeAndNotRegisteredWithTheJvm() {
        Crypto crypto = Cryptos.open(provider);
        assertTrue(crypto.info().nativeCode());
        assertFalse(crypto.info().approvedOnly());
        assertTrue(crypto.info().version().contains("AWS-LC"), crypto.info().version());
        assertNull(Security.getProvider("AmazonCorrettoCryptoProvider"));
    }

    @Test
    void decryptsByCbcWhatTheJdkDecryptsByEcb() throws GeneralSecurityException {
        Crypto crypto = Cryptos.open(provider);
        JcaAesIge jdk = new JdkAlgorithms().newAesIge();
        JcaAesIge accp = JcaAesIge.ofCbc(cbc(), cbc());
        for (int length = 16; length < 5000; length = 2 * length + 16) {
            byte[] key = crypto.random().nextBytes(32);
            byte[] iv = crypto.random().nextBytes(32);
            byte[] expected = crypto.random().nextBytes(length);
            byte[] data = expected.clone();
            jdk.decrypt(key, iv, expected, 0, length);
            accp.decrypt(key, iv, data, 0, length);
            assertArrayEquals(expected, data, length + " bytes");
        }
    }

    private static Cipher cbc() throws GeneralSecurityException {
        return Cipher.getInstance("AES/CBC/NoPadding", AmazonCorrettoCryptoProvider.INSTANCE);
    }

    @Test
    void whatAccpLacksIsToldToBeTheJdks() {
        assertThrows(
                GeneralSecurityException.class,
                () -> SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256", AmazonCorrettoCryptoProvider.INSTANCE));
        ComplianceReport report = ComplianceReport.of(Cryptos.open(provider));
        assertTrue(report.row(CryptoOperation.PBKDF2).module().startsWith("SunJCE"));
        assertTrue(report.row(CryptoOperation.PBKDF2).note().startsWith("ACCP has no PBKDF2"));
        assertTrue(report.row(CryptoOperation.AES_GCM).module().startsWith("AmazonCorretto"));
    }

    @Test
    void takesAKeyWhosePublicExponentIsTooLargeForTheLibrary() {
        Crypto crypto = Cryptos.open(provider);
        RsaPrivateKey key = crypto.newRsaKey();
        // the same key with the roles of its exponents swapped
        RsaPrivateKey swapped = new RsaPrivateKey(
                new RsaPublicKey(key.publicKey().modulus(), key.privateExponent()),
                key.publicKey().exponent(),
                key.primeP(),
                key.primeQ());
        byte[] block = Numbers.toBytes(BigInteger.valueOf(1234567));
        assertArrayEquals(block, crypto.rsaPrivate(swapped, crypto.rsaPublic(swapped.publicKey(), block)));
        assertEquals(65537, swapped.privateExponent().intValue());
    }
}
