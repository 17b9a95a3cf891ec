package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockChainsAgreeTests {

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
        assertArrayEquals(scalar, run(new PairChain(), "CBC", key, iv, frame, offset, blocks));
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
}
