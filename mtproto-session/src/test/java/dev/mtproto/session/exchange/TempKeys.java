package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** The keys of RSA_PAD in vectors of an implementation that counts up from the first one instead of drawing afresh. */
final class TempKeys {

    private TempKeys() {}

    /** Returns all keys that are tried, the successful one last. */
    static byte[][] draws(byte[] first, byte[] effective, int retries) {
        byte[][] draws = new byte[retries + 1][];
        BigInteger key = new BigInteger(1, first);
        for (int i = 0; i <= retries; i++) {
            byte[] digits = Unsigned.minimal(key);
            draws[i] = new byte[32];
            System.arraycopy(digits, 0, draws[i], 32 - digits.length, digits.length);
            key = key.add(BigInteger.ONE);
        }
        assertArrayEquals(effective, draws[retries]);
        return draws;
    }

    static byte[] join(byte[][] keys) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] key : keys) {
            all.writeBytes(key);
        }
        return all.toByteArray();
    }
}
