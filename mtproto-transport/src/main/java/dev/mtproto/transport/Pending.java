package dev.mtproto.transport;

import java.util.Arrays;

/** The part of a frame that has arrived. Grows with the bytes that are there, and gives up large arrays when emptied. */
final class Pending {

    private static final int SMALL = 1024;
    private static final int KEPT = 1 << 16;

    private byte[] array = new byte[0];
    private int length;

    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /**
     * Adds bytes; the array grows fourfold, so that long frames are copied seldom, or to {@code most} if that is not more than
     * eightfold.
     */
    void append(byte[] data, int offset, int count, int most) {
        int needed = length + count;
        if (needed > array.length) {
            long roomy = Math.max(SMALL, 4L * array.length);
            array = Arrays.copyOf(array, Math.max(needed, (int) (2 * roomy >= most ? most : roomy)));
        }
        System.arraycopy(data, offset, array, length, count);
        length = needed;
    }

    void clear() {
        length = 0;
        if (array.length > KEPT) {
            array = new byte[0];
        }
    }
}
