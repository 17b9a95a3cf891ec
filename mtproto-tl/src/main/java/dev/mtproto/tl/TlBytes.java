package dev.mtproto.tl;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The TL type {@code bytes}: any octets, 0 to 16 777 215 of them on the wire. Immutable; never shows its content. */
public final class TlBytes {

    /** No bytes at all. */
    public static final TlBytes EMPTY = new TlBytes(new byte[0]);

    private final byte[] bytes;

    private TlBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies bytes.
     *
     * @param bytes the content
     */
    public static TlBytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new TlBytes(bytes.clone());
    }

    /**
     * Copies bytes out of an array.
     *
     * @param array where from
     * @param offset the index of the first
     * @param length how many
     * @throws IndexOutOfBoundsException if the array ends before
     */
    public static TlBytes of(byte[] array, int offset, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(array, offset, copy, 0, length);
        return new TlBytes(copy);
    }

    /**
     * Takes an array as it is, for content that is too long to be copied for nothing.
     *
     * @param bytes the content; nobody writes to this array any more
     */
    public static TlBytes wrap(byte[] bytes) {
        return new TlBytes(bytes);
    }

    /** Returns the length, in bytes. */
    public int length() {
        return bytes.length;
    }

    /** Returns a copy of the content. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /**
     * Copies the content into an array.
     *
     * @param array where to
     * @param offset the index of the first byte
     * @throws IndexOutOfBoundsException if the array ends before the last
     */
    public void copyTo(byte[] array, int offset) {
        System.arraycopy(bytes, 0, array, offset, bytes.length);
    }

    /** Returns a view of the content that can be read only, from its first byte to its last, without a copy. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Writes the content with its length, without a copy in between. */
    void writeTo(TlWriter writer) {
        writer.writeBytes(bytes, 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the length alone, as in "12 bytes". */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
