package dev.mtproto.tl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Writes TL primitives into an array that grows as needed. Follows the page "Binary data serialization" of
 * core.telegram.org/mtproto: numbers little-endian, everything a multiple of 4 bytes. Not safe for use by several threads.
 */
public final class TlWriter {

    /** The longest {@code bytes} or {@code string} that the wire form can hold, in bytes. */
    public static final int MAX_BYTES = 0xffffff;

    private byte[] array;
    private int first;
    private int position;

    /** Makes a writer with room for a small object. */
    public TlWriter() {
        this(256);
    }

    /**
     * Makes a writer.
     *
     * @param initialCapacity the length in bytes up to which it need not grow
     */
    public TlWriter(int initialCapacity) {
        array = new byte[initialCapacity];
    }

    /** Returns how many bytes were written. */
    public int position() {
        return position - first;
    }

    /** Returns the array that holds the bytes, from index 0 on or where the last reset said; another one after growth. */
    public byte[] array() {
        return array;
    }

    /** Returns a copy of the bytes written. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, first, position);
    }

    /**
     * Returns the bytes written, without a copy where they fill the array, as they do when the last that was written is long. The
     * writer starts anew, with another array.
     */
    public byte[] take() {
        byte[] taken = first == 0 && position == array.length ? array : toByteArray();
        reset(new byte[0], 0);
        return taken;
    }

    /** Starts anew at index 0, with the same array; its bytes are not cleared. */
    public void reset() {
        reset(array, 0);
    }

    /**
     * Starts anew inside an array of the caller's. While the bytes fit they go there; beyond that the writer goes on in a
     * longer array of its own, with a copy of the whole.
     *
     * @param target holds the bytes from now on
     * @param offset the index of the first byte that is written
     * @throws IndexOutOfBoundsException if the index is outside the array
     */
    public void reset(byte[] target, int offset) {
        first = Objects.checkIndex(offset, target.length + 1);
        position = offset;
        array = target;
    }

    /** Writes an {@code int}, 4 bytes. */
    public void writeInt(int value) {
        int at = advance(Integer.BYTES);
        LittleEndian.INT.set(array, at, value);
    }

    /** Writes a {@code long}, 8 bytes. */
    public void writeLong(long value) {
        int at = advance(Long.BYTES);
        LittleEndian.LONG.set(array, at, value);
    }

    /** Writes a {@code double}, 8 bytes, bit for bit. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** Writes an {@code int128}, 16 bytes. */
    public void writeInt128(Int128 value) {
        int at = advance(Int128.BYTES);
        value.copyTo(array, at);
    }

    /** Writes an {@code int256}, 32 bytes. */
    public void writeInt256(Int256 value) {
        int at = advance(Int256.BYTES);
        value.copyTo(array, at);
    }

    /** Writes a {@code Bool}, 4 bytes. */
    public void writeBool(boolean value) {
        writeInt(value ? BoolId.TRUE : BoolId.FALSE);
    }

    /** Writes a constructor id, 4 bytes. */
    public void writeConstructorId(int id) {
        writeInt(id);
    }

    /**
     * Writes {@code bytes}: the length in 1 or 4 bytes, the content, zeros up to a multiple of 4.
     *
     * @param content at most {@link #MAX_BYTES} bytes
     * @throws IllegalArgumentException if there are more
     */
    public void writeBytes(byte[] content) {
        writeBytes(content, 0, content.length);
    }

    /**
     * Writes a part of an array as {@code bytes}.
     *
     * @param content holds the content
     * @param offset the index of its first byte
     * @param length at most {@link #MAX_BYTES}
     * @throws IllegalArgumentException if it is longer
     */
    public void writeBytes(byte[] content, int offset, int length) {
        if (length > MAX_BYTES) {
            throw new IllegalArgumentException("bytes and strings have at most " + MAX_BYTES + " bytes, not " + length);
        }
        Objects.checkFromIndexSize(offset, length, content.length);
        int header = length < 254 ? 1 : 4;
        int start = advance(header + length + (-(header + length) & 3));
        if (header == 1) {
            array[start] = (byte) length;
        } else {
            LittleEndian.INT.set(array, start, (length << 8) | 0xfe);
        }
        System.arraycopy(content, offset, array, start + header, length);
        Arrays.fill(array, start + header + length, position, (byte) 0);
    }

    /** Writes {@code bytes}, as {@link #writeBytes(byte[])} does. */
    public void writeBytes(TlBytes content) {
        content.writeTo(this);
    }

    /**
     * Writes a {@code string} in UTF-8, in the form of {@code bytes}.
     *
     * @param text at most {@link #MAX_BYTES} bytes in UTF-8; a lone surrogate becomes a question mark
     * @throws IllegalArgumentException if it is longer
     */
    public void writeString(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes an object with its id. */
    public void writeObject(TlObject object) {
        object.writeTo(this);
    }

    /** Writes an object without its id. */
    public void writeBare(TlObject object) {
        object.writeBareTo(this);
    }

    /** Writes a boxed vector: id, count, elements. */
    public <T> void writeVector(List<T> elements, ElementWriter<? super T> element) {
        writeConstructorId(TlVector.ID);
        writeBareVector(elements, element);
    }

    /** Writes a bare vector: count, elements. */
    public <T> void writeBareVector(List<T> elements, ElementWriter<? super T> element) {
        writeInt(elements.size());
        for (T value : elements) {
            element.write(this, value);
        }
    }

    /**
     * Writes bytes as they are, such as an object that was written before.
     *
     * @param source holds the bytes
     * @param offset the index of the first
     * @param length how many
     */
    public void raw(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        int at = advance(length);
        System.arraycopy(source, offset, array, at, length);
    }

    /** Makes room, in another array if need be: read the field only after this call. */
    private int advance(int count) {
        int start = position;
        int end = Math.addExact(start, count);
        if (end > array.length) {
            array = Arrays.copyOf(array, (int) Math.max(end, Math.min(2L * array.length, Integer.MAX_VALUE - 8)));
        }
        position = end;
        return start;
    }
}
