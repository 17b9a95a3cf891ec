package dev.mtproto.crypto.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Security;
import java.util.HexFormat;
import javax.crypto.Cipher;
import org.bouncycastle.jcajce.provider.BouncyCastleFipsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcFipsCryptoTests {

    private final Crypto crypto = Cryptos.open(new BcFipsCryptoProvider());

    @Test
    void runsInApprovedOnlyModeEverywhere() {
        assertTrue(crypto.info().approvedOnly());
        assertTrue(FipsModule.approvedOnly());
        assertThrows(
                NoSuchAlgorithmException.class, () -> MessageDigest.getInstance("MD5", new BouncyCastleFipsProvider()));
    }

    @Test
    void theModuleRefusesRawRsaSoThatItIsDoneOutside() {
        assertThrows(
                GeneralSecurityException.class,
                () -> Cipher.getInstance("RSA/NONE/NoPadding", new BouncyCastleFipsProvider()));
    }

    @Test
    void isNotRegisteredWithTheJvm() {
        assertNull(Security.getProvider("BCFIPS"));
    }

    @Test
    void namesTheModuleAndWhatTheVendorSaysOfItsCertificate() {
        assertTrue(crypto.info().fipsModule().orElseThrow().startsWith("BC-FJA 2."));
        assertTrue(crypto.info().certificate().orElseThrow().contains("#4943"));
        assertEquals("bc-fips", crypto.info().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000000000000000000000000000",
                "0000000000000000fffffffffffffffd",
                "00000000000000ff8000000000000000",
                "fffffffffffffffffffffffffffffffe",
                "0000000000000000ffffffffffffffff"
            })
    void countsInAllBitsOfTheBlock(String counter) throws GeneralSecurityException {
        byte[] iv = HexFormat.of().parseHex(counter);
        byte[] key = crypto.random().nextBytes(32);
        byte[] expected = new byte[200];
        new JdkAlgorithms().newAesCtr(key, iv).apply(expected, 0, 200);
        for (int part = 1; part < 100; part += 7) {
            byte[] data = new byte[200];
            AesCtr stream = crypto.newAesCtr(key, iv);
            for (int at = 0; at < 200; at += part) {
                stream.apply(data, at, Math.min(part, 200 - at));
            }
            assertArrayEquals(expected, data, "in parts of " + part);
        }
    }

    @Test
    void refusesAWeakPassphraseAndSaysWhy() {
        char[] thirteen = "thirteen char".toCharArray();
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(thirteen, new byte[16], 1000));
        assertTrue(String.valueOf(e.getMessage()).contains("14 bytes of UTF-8"), e.getMessage());
        assertEquals(32, crypto.pbkdf2("13 charactersé".toCharArray(), new byte[16], 1000).length);
        assertThrows(
                IllegalArgumentException.class,
                () -> crypto.pbkdf2("long enough for the module".toCharArray(), new byte[15], 1000));
    }

    @Test
    void refusesWhatTheModuleRefusesForAKeyAgreement() {
        byte[] order = Numbers.toBytes(TelegramGroup.PRIME.subtract(BigInteger.ONE));
        byte[] prime = Numbers.toBytes(TelegramGroup.PRIME);
        assertThrows(IllegalArgumentException.class, () -> crypto.modPow(new byte[] {3}, order, prime));
    }
}
