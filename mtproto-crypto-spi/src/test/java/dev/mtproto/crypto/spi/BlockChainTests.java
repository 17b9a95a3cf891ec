package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockChainTests {

    @Property(tries = 200)
    void allLoopsGiveTheSameBytes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int blocks, @ForAll @IntRange(max = 40) int offset)
            throws GeneralSecurityException {
        Random random = new Random(seed);
        byte[] key = new byte[32];
        byte[] iv = new byte[32];
        byte[] frame = new byte[offset + 16 * blocks + 5];
        random.nextBytes(key);
        random.nextBytes(iv);
        random.nextBytes(frame);
        byte[] scalar = run(new ScalarChain(true), "ECB", key, iv, frame, offset, blocks);
        assertArrayEquals(scalar, run(new ScalarChain(false), "ECB", key, iv, frame, offset, blocks));
        assertArrayEquals(scalar, run(new VectorChain(true), "ECB", key, iv, frame, offset, blocks));
        assertArrayEquals(scalar, run(new VectorChain(false), "ECB", key, iv, frame, offset, blocks));
        assertArrayEquals(scalar, run(new CbcChain(), "CBC", key, iv, frame, offset, blocks));
    }

    private static byte[] run(
            BlockChain chain, String mode, byte[] key, byte[] iv, byte[] frame, int offset, int blocks)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/" + mode + "/NoPadding");
        IvParameterSpec zero = mode.equals("CBC") ? new IvParameterSpec(new byte[16]) : null;
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), zero);
        byte[] data = frame.clone();
        chain.decrypt(cipher, iv, data, offset, 16 * blocks);
        return data;
    }

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
