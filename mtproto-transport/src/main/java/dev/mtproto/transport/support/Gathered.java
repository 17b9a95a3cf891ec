package dev.mtproto.transport.support;

import java.util.Arrays;

/** Bytes that come in pieces; never more than asked for, and grown only with what has arrived. */
public final class Gathered {

    private static final int KEPT = 1 << 16;

    private byte[] bytes = new byte[64];
    private int length;

    /** Makes an empty collection. */
    public Gathered() {}

    /** Returns how many bytes there are. */
    public int length() {
        return length;
    }

    /** Returns the array that holds them from its first element on. */
    public byte[] array() {
        return bytes;
    }

    /**
     * Takes bytes until there are as many as wanted.
     *
     * @return how many were taken
     */
    public int fill(byte[] data, int offset, int available, int wanted) {
        int count = Math.max(0, Math.min(wanted - length, available));
        if (length + count > bytes.length) {
            long roomy = 4L * bytes.length;
            bytes = Arrays.copyOf(bytes, Math.max(length + count, (int) (2 * roomy >= wanted ? wanted : roomy)));
        }
        System.arraycopy(data, offset, bytes, length, count);
        length += count;
        return count;
    }

    /** Returns the unsigned byte at a place. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** Returns a copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Starts anew, without a large array. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[64];
        }
    }
}
