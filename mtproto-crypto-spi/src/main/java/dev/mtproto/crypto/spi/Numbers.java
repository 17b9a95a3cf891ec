package dev.mtproto.crypto.spi;

import java.math.BigInteger;
import java.util.Arrays;

/** Conversions between numbers of up to 2048 bits and their 256 bytes, unsigned, big-endian. */
public final class Numbers {

    /** Length of a number, in bytes. */
    public static final int LENGTH = 256;

    private Numbers() {}

    /**
     * Returns a number as exactly 256 bytes, left-padded with zeros.
     *
     * @param number not negative
     * @throws IllegalArgumentException if it has more than 2048 bits
     */
    public static byte[] toBytes(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int leading = bytes.length > LENGTH && bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - leading;
        if (number.signum() < 0 || length > LENGTH) {
            throw new IllegalArgumentException("the number does not fit 256 bytes");
        }
        byte[] target = new byte[LENGTH];
        System.arraycopy(bytes, leading, target, LENGTH - length, length);
        Arrays.fill(bytes, (byte) 0);
        return target;
    }

    /**
     * Reads the input of an RSA operation.
     *
     * @param block 256 bytes
     * @param modulus the modulus
     * @throws IllegalArgumentException if the length is another or the number is not below the modulus
     */
    public static BigInteger block(byte[] block, BigInteger modulus) {
        if (block.length != LENGTH) {
            throw new IllegalArgumentException("an RSA operation takes 256 bytes, not " + block.length);
        }
        BigInteger number = new BigInteger(1, block);
        if (number.compareTo(modulus) >= 0) {
            throw new IllegalArgumentException("the number is not below the RSA modulus");
        }
        return number;
    }
}
