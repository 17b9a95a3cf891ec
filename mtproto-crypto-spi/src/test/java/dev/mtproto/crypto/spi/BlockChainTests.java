package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.Set;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertEquals(DecryptionLoop.BLOCKS, choose("auto", true, "GenuineIntel"));
        assertEquals(DecryptionLoop.PAIRS, choose("auto", true, "AuthenticAMD"));
        assertEquals(DecryptionLoop.BLOCKS, choose("ON", true, ""));
        assertEquals(DecryptionLoop.SCALAR, choose("auto", false, "AuthenticAMD"));
        assertEquals(DecryptionLoop.SCALAR, choose("off", true, "AuthenticAMD"));
        assertEquals(DecryptionLoop.PAIRS, choose("pairs", true, "GenuineIntel"));
        assertEquals(DecryptionLoop.BLOCKS, choose("blocks", true, "AuthenticAMD"));
        assertThrows(IllegalStateException.class, () -> choose("on", false, ""));
        assertThrows(IllegalStateException.class, () -> choose("pairs", false, ""));
        assertThrows(IllegalStateException.class, () -> choose("yes", true, ""));
    }

    private static DecryptionLoop choose(String wanted, boolean present, String vendor) {
        return DecryptionLoop.choose(wanted, present, () -> vendor);
    }

    @Test
    void readsTheMakerOfTheProcessor(@TempDir Path folder) throws IOException {
        Path info = folder.resolve("cpuinfo");
        Files.writeString(info, "processor\t: 0\nvendor_id\t: AuthenticAMD\ncpu family\t: 26\n");
        assertEquals("AuthenticAMD", Processor.vendor(info));
        Files.writeString(info, "processor\t: 0\nBogoMIPS\t: 48.00\n");
        assertEquals("", Processor.vendor(info));
        assertEquals("", Processor.vendor(folder.resolve("none")));
    }

    @Test
    void theseTestsRunWithVectors() {
        assertNotEquals(DecryptionLoop.SCALAR, DecryptionLoop.CHOSEN);
    }

    @Test
    void aCipherThatHoldsBlocksBackNeverDecryptsPairs() {
        assertFalse(JcaAesIge.decryptsByCbc(Set.of()));
        assertEquals(
                DecryptionLoop.CHOSEN == DecryptionLoop.PAIRS, JcaAesIge.decryptsByCbc(Set.of(Trait.UPDATES_AT_ONCE)));
    }
}
