package dev.mtproto.crypto.jdk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class JdkCryptoTests {

    private final Crypto crypto = Cryptos.open();

    @Test
    void isTheEmbeddedDefaultOnTheJdksOwnProvider() {
        assertEquals("jdk", crypto.info().name());
        assertEquals("SunJCE", crypto.info().implementation());
        assertFalse(crypto.info().approvedOnly());
    }

    @Test
    void encryptsInBulkWhatItDecryptsBlockByBlock() {
        byte[] key = crypto.random().nextBytes(32);
        byte[] iv = crypto.random().nextBytes(32);
        byte[] text = crypto.random().nextBytes(3 * 4096 + 48);
        byte[] data = text.clone();
        crypto.newAesIge().encrypt(key, iv, data, 0, data.length);
        crypto.newAesIge().decrypt(key, iv, data, 0, data.length);
        assertArrayEquals(text, data);
    }

    @Test
    void drawsKeysOfWhichEachHalfUndoesTheOther() {
        RsaPrivateKey key = crypto.newRsaKey();
        byte[] block = crypto.random().nextBytes(256);
        block[0] = 0;
        assertArrayEquals(block, crypto.rsaPrivate(key, crypto.rsaPublic(key.publicKey(), block)));
        assertEquals(BigInteger.valueOf(65537), key.publicKey().exponent());
        assertTrue(crypto.isProbablePrime(key.primeP()));
    }
}
