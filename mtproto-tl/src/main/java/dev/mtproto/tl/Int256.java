package dev.mtproto.tl;

import java.util.Arrays;
import javax.security.auth.Destroyable;

/**
 * The TL type {@code int256}: 32 bytes in their order, never a number. The protocol uses it for the secret nonce of the key
 * exchange, so it never shows its bytes and can be wiped. Immutable until then.
 */
public final class Int256 implements Destroyable {

    /** The length, in bytes. */
    public static final int BYTES = 32;

    private final byte[] bytes;
    private volatile boolean destroyed;

    private Int256(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies 32 bytes.
     *
     * @param bytes exactly 32
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Int256 of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an int256 has 32 bytes, not " + bytes.length);
        }
        return new Int256(bytes.clone());
    }

    /**
     * Copies 32 bytes out of an array.
     *
     * @param array where from
     * @param offset the index of the first
     * @throws IndexOutOfBoundsException if the array ends before the 32nd
     */
    public static Int256 of(byte[] array, int offset) {
        byte[] copy = new byte[BYTES];
        System.arraycopy(array, offset, copy, 0, BYTES);
        return new Int256(copy);
    }

    /**
     * Returns a copy of the 32 bytes.
     *
     * @throws IllegalStateException after {@link #destroy}
     */
    public byte[] toByteArray() {
        byte[] copy = new byte[BYTES];
        copyTo(copy, 0);
        return copy;
    }

    /**
     * Copies the 32 bytes into an array.
     *
     * @param array where to
     * @param offset the index of the first
     * @throws IndexOutOfBoundsException if the array ends before the 32nd
     * @throws IllegalStateException after {@link #destroy}
     */
    public void copyTo(byte[] array, int offset) {
        if (destroyed) {
            throw new IllegalStateException("this int256 was destroyed");
        }
        System.arraycopy(bytes, 0, array, offset, BYTES);
    }

    /** Overwrites the bytes with zeros; afterwards they can no longer be read. */
    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Compares by content, in a time that depends on the content no more than the answer does. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Int256 that)) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < BYTES; i++) {
            difference |= bytes[i] ^ that.bytes[i];
        }
        return difference == 0 && destroyed == that.destroyed;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the length alone. */
    @Override
    public String toString() {
        return "32 bytes";
    }
}
