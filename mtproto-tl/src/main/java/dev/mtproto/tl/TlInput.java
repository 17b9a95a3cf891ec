package dev.mtproto.tl;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Objects;

/** A slice of an array, and the values in it that stand for themselves: numbers, bytes and strings. */
abstract sealed class TlInput permits TlReader {

    private final byte[] array;
    private final boolean lends;
    private final int start;
    private final int end;
    private int index;
    private int depth;
    private int enclosing;

    TlInput(byte[] array, int offset, int length, boolean lends) {
        Objects.checkFromIndexSize(offset, length, array.length);
        this.array = array;
        this.lends = lends;
        this.start = offset;
        this.index = offset;
        this.end = offset + length;
    }

    /** Returns how many bytes of the slice were read or skipped. */
    public int position() {
        return index - start;
    }

    /** Returns how many bytes of the slice are left. */
    public int remaining() {
        return end - index;
    }

    /** Reads an {@code int}, 4 bytes. */
    public int readInt() {
        return (int) LittleEndian.INT.get(array, take(Integer.BYTES));
    }

    /** Reads a {@code long}, 8 bytes. */
    public long readLong() {
        return (long) LittleEndian.LONG.get(array, take(Long.BYTES));
    }

    /** Reads a {@code double}, 8 bytes, bit for bit. */
    public double readDouble() {
        return Double.longBitsToDouble(readLong());
    }

    /** Reads an {@code int128}, 16 bytes. */
    public Int128 readInt128() {
        return Int128.of(array, take(Int128.BYTES));
    }

    /** Reads an {@code int256}, 32 bytes. */
    public Int256 readInt256() {
        return Int256.of(array, take(Int256.BYTES));
    }

    /** Reads {@code bytes} into an array of their own. Padding is skipped, whatever its value. */
    public byte[] readBytes() {
        int first = index;
        int length = takeLength();
        int from = take(length);
        take(padding(first));
        return Arrays.copyOfRange(array, from, from + length);
    }

    /** Reads {@code bytes}, as {@link #readBytes} does; without a copy where the reader was told that it may. */
    public TlBytes readTlBytes() {
        int first = index;
        int length = takeLength();
        int from = take(length);
        take(padding(first));
        // a short view would keep a long array in memory
        return lends && length > array.length / 2 ? TlBytes.wrap(array, from, length) : TlBytes.of(array, from, length);
    }

    /** Reads a {@code string}; one that is not valid UTF-8 is refused. */
    public String readString() {
        int first = index;
        int length = takeLength();
        int from = take(length);
        take(padding(first));
        try {
            return Utf8.decode(array, from, length);
        } catch (CharacterCodingException e) {
            throw fault(Kind.BAD_VALUE, from - start, "a string that is not UTF-8");
        }
    }

    /**
     * Moves on without reading.
     *
     * @param count how many bytes
     * @throws TlException if it is negative, or so many are not left
     */
    public void skip(int count) {
        if (count < 0) {
            throw fault(Kind.BAD_LENGTH, position(), "a length of " + count);
        }
        take(count);
    }

    /**
     * Checks that nothing is left.
     *
     * @throws TlException if something is
     */
    public void expectEnd() {
        if (index != end) {
            throw fault(Kind.TRAILING_BYTES, position(), remaining() + " bytes left over");
        }
    }

    /**
     * Notes that the fields of an object follow. For generated code.
     *
     * @param id its constructor id
     * @return what {@link #leave} takes
     * @throws TlException if it stands inside too many others
     */
    public int enter(int id) {
        if (depth == TlReader.MAX_DEPTH) {
            throw new TlException(Kind.TOO_DEEP, position(), id, "more than " + depth + " objects inside each other");
        }
        depth++;
        int outer = enclosing;
        enclosing = id;
        return outer;
    }

    /**
     * Notes that the fields of an object have been read. For generated code.
     *
     * @param outer what {@link #enter} returned
     */
    public void leave(int outer) {
        depth--;
        enclosing = outer;
    }

    /** Makes an exception that names the object whose fields are being read, if there is one. */
    final TlException fault(Kind kind, int offset, String detail) {
        return depth == 0 ? new TlException(kind, offset, detail) : new TlException(kind, offset, enclosing, detail);
    }

    /** Moves back over a number that was read. */
    final void back(int count) {
        index -= count;
    }

    /** Reads the length that bytes start with, and makes sure that so many follow. */
    private int takeLength() {
        int at = position();
        int length = array[take(1)] & 0xff;
        if (length == 255) {
            throw fault(Kind.BAD_LENGTH, at, "a length that starts with 255");
        }
        if (length == 254) {
            take(3);
            length = (int) LittleEndian.INT.get(array, index - Integer.BYTES) >>> 8;
        }
        if (length > remaining()) {
            throw fault(Kind.SHORT_INPUT, at, length + " bytes announced, " + remaining() + " left");
        }
        return length;
    }

    private int padding(int first) {
        return -(index - first) & 3;
    }

    private int take(int count) {
        if (count > end - index) {
            throw fault(Kind.SHORT_INPUT, position(), count + " bytes needed, " + remaining() + " left");
        }
        int from = index;
        index += count;
        return from;
    }
}
