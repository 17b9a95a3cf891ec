package dev.mtproto.tl;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The TL type {@code bytes}: any octets, 0 to 16 777 215 of them on the wire. Immutable; never shows its content. */
public final class TlBytes {

    /** No bytes at all. */
    public static final TlBytes EMPTY = wrap(new byte[0]);

    private final byte[] array;
    private final int offset;
    private final int length;

    private TlBytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /**
     * Copies bytes.
     *
     * @param bytes the content
     */
    public static TlBytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : wrap(bytes.clone());
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
        return wrap(copy);
    }

    /**
     * Takes an array as it is, for content that is too long to be copied for nothing.
     *
     * @param bytes the content; nobody writes to this array any more
     */
    public static TlBytes wrap(byte[] bytes) {
        return wrap(bytes, 0, bytes.length);
    }

    /** Takes a part of an array as it is. */
    static TlBytes wrap(byte[] array, int offset, int length) {
        return new TlBytes(array, offset, length);
    }

    /** Returns the length, in bytes. */
    public int length() {
        return length;
    }

    /** Returns a copy of the content. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /**
     * Copies the content into an array.
     *
     * @param target where to
     * @param at the index of the first byte
     * @throws IndexOutOfBoundsException if the array ends before the last
     */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    /** Returns a view of the content that can be read only, from its first byte to its last, without a copy. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** Writes the content with its length, without a copy in between. */
    void writeTo(TlWriter writer) {
        writer.writeBytes(array, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TlBytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return asByteBuffer().hashCode();
    }

    /** Returns the length alone, as in "12 bytes". */
    @Override
    public String toString() {
        return length + " bytes";
    }
}
