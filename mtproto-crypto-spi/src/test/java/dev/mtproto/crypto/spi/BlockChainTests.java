package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;

class BlockChainTests {

    @Test
    void bulkEncryptionIsTheSameByUpdateAndByDoFinal() throws GeneralSecurityException {
        Random random = new Random(3);
        byte[] key = new byte[32];
        byte[] text = new byte[3 * 4096 + 32];
        random.nextBytes(key);
        random.nextBytes(text);
        byte[] expected = text.clone();
        new JcaAesIge(aes("CBC"), aes("ECB"), Trait.UPDATES_AT_ONCE, Trait.READS_KEY_AT_INIT)
                .encrypt(key, key, expected, 0, text.length);
        byte[] data = text.clone();
        new JcaAesIge(aes("CBC"), aes("ECB")).encrypt(key, key, data, 0, text.length);
        assertArrayEquals(expected, data);
    }

    private static Cipher aes(String mode) throws GeneralSecurityException {
        return Cipher.getInstance("AES/" + mode + "/NoPadding");
    }

    @Test
    void vectorsAreTakenWhereTheyArePresentUnlessForced() {
        assertTrue(VectorPath.choose("auto", true));
        assertFalse(VectorPath.choose("auto", false));
        assertFalse(VectorPath.choose("off", true));
        assertTrue(VectorPath.choose("ON", true));
        assertThrows(IllegalStateException.class, () -> VectorPath.choose("on", false));
        assertThrows(IllegalStateException.class, () -> VectorPath.choose("yes", true));
    }

    @Test
    void theseTestsRunWithVectors() {
        assertTrue(VectorPath.CHOSEN);
        assertInstanceOf(VectorChain.class, BlockChain.fastest(true));
    }
}
