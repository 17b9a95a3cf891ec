package dev.mtproto.tl;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The TL type {@code int128}: 16 bytes in their order, never a number. Immutable.
 *
 * @param high bytes 0 to 7, byte 0 in the highest place
 * @param low bytes 8 to 15, byte 8 in the highest place
 */
public record Int128(long high, long low) {

    /** The length, in bytes. */
    public static final int BYTES = 16;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /**
     * Copies 16 bytes.
     *
     * @param bytes exactly 16
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Int128 of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an int128 has 16 bytes, not " + bytes.length);
        }
        return of(bytes, 0);
    }

    /**
     * Copies 16 bytes out of an array.
     *
     * @param array where from
     * @param offset the index of the first
     * @throws IndexOutOfBoundsException if the array ends before the 16th
     */
    public static Int128 of(byte[] array, int offset) {
        return new Int128((long) LONG.get(array, offset), (long) LONG.get(array, offset + 8));
    }

    /** Returns a copy of the 16 bytes. */
    public byte[] toByteArray() {
        byte[] bytes = new byte[BYTES];
        copyTo(bytes, 0);
        return bytes;
    }

    /**
     * Copies the 16 bytes into an array.
     *
     * @param array where to
     * @param offset the index of the first
     * @throws IndexOutOfBoundsException if the array ends before the 16th
     */
    public void copyTo(byte[] array, int offset) {
        LONG.set(array, offset, high);
        LONG.set(array, offset + 8, low);
    }

    /** Returns the bytes as 32 hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}
