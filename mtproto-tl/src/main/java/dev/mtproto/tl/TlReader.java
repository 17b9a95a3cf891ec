package dev.mtproto.tl;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads TL primitives from a slice of an array. Follows the page "Binary data serialization" of core.telegram.org/mtproto.
 *
 * <p>Whatever the bytes are, a method returns a value or throws {@link TlException}: every length and count is compared with
 * what is left before anything is allocated, and nesting is limited to {@link #MAX_DEPTH}. Memory taken is bounded by a small
 * multiple of the length of the slice. After an exception the reader's position is not defined. Not safe for use by several
 * threads.
 */
public final class TlReader {

    /** How deep objects that have fields may stand inside each other, the outermost counted as 1. */
    public static final int MAX_DEPTH = 64;

    /** How many elements that take no bytes the vectors of one slice may hold together. */
    public static final int MAX_EMPTY_ELEMENTS = 1 << 16;

    /**
     * Reads one element of a vector.
     *
     * @param <T> the Java type of the element
     */
    @FunctionalInterface
    public interface Element<T> {
        /**
         * Reads one element.
         *
         * @param reader placed at its first byte
         */
        T read(TlReader reader);
    }

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] array;
    private final int start;
    private final int end;
    private final TlSchema schema;
    private int index;
    private int depth;
    private int enclosing;
    private int emptyElements;

    /**
     * Reads a slice whose objects are all of types that the caller names.
     *
     * @param array holds the slice; not copied
     * @param offset the index of the first byte
     * @param length the number of bytes
     */
    public TlReader(byte[] array, int offset, int length) {
        this(array, offset, length, JoinedSchema.EMPTY);
    }

    /**
     * Reads a slice that may hold any object of a schema.
     *
     * @param array holds the slice; not copied
     * @param offset the index of the first byte
     * @param length the number of bytes
     * @param schema the objects that may stand where the type is {@code Object} or {@code !X}
     */
    public TlReader(byte[] array, int offset, int length, TlSchema schema) {
        Objects.checkFromIndexSize(offset, length, array.length);
        this.array = array;
        this.start = offset;
        this.index = offset;
        this.end = offset + length;
        this.schema = schema;
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
        return (int) INT.get(array, take(Integer.BYTES));
    }

    /** Reads a {@code long}, 8 bytes. */
    public long readLong() {
        return (long) LONG.get(array, take(Long.BYTES));
    }

    /** Reads a {@code double}, 8 bytes. */
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

    /** Reads a {@code Bool}, 4 bytes; any id but its two is refused. */
    public boolean readBool() {
        int id = readInt();
        if (id != BoolId.TRUE && id != BoolId.FALSE) {
            throw new TlException(Kind.BAD_VALUE, position() - Integer.BYTES, id, "no Bool");
        }
        return id == BoolId.TRUE;
    }

    /** Reads {@code bytes} into an array of their own. */
    public byte[] readBytes() {
        int first = index;
        int length = readLength();
        int from = index - length;
        byte[] content = Arrays.copyOfRange(array, from, from + length);
        skipPadding(first);
        return content;
    }

    /** Reads {@code bytes}. */
    public TlBytes readTlBytes() {
        return TlBytes.owning(readBytes());
    }

    /** Reads a {@code string}; one that is not valid UTF-8 is refused. */
    public String readString() {
        int first = index;
        int length = readLength();
        int from = index - length;
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(array, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault(Kind.BAD_VALUE, from - start, "a string that is no UTF-8");
        }
        skipPadding(first);
        return text;
    }

    /** Reads a constructor id, 4 bytes. */
    public int readConstructorId() {
        return readInt();
    }

    /** Returns the constructor id that comes next, without moving on. */
    public int peekConstructorId() {
        int id = readInt();
        index -= Integer.BYTES;
        return id;
    }

    /**
     * Reads a constructor id that has to be the given one.
     *
     * @param id the only one allowed
     */
    public void expectConstructorId(int id) {
        int found = readInt();
        if (found != id) {
            throw unknownConstructor(found);
        }
    }

    /** Reads any boxed object that the schema knows, a function too. */
    public TlObject readObject() {
        return schema.read(readInt(), this);
    }

    /** Reads any boxed function that the schema knows. */
    public TlFunction<?> readFunction() {
        return schema.readFunction(readInt(), this);
    }

    /**
     * Reads a boxed vector: id, count, elements.
     *
     * @param elementSize the least number of bytes an element takes
     * @param element reads one
     * @return an immutable list
     */
    public <T> List<T> readVector(int elementSize, Element<? extends T> element) {
        expectConstructorId(TlVector.ID);
        return readBareVector(elementSize, element);
    }

    /**
     * Reads a bare vector: count, elements.
     *
     * @param elementSize the least number of bytes an element takes
     * @param element reads one
     * @return an immutable list
     */
    public <T> List<T> readBareVector(int elementSize, Element<? extends T> element) {
        int count = readInt();
        int most = elementSize == 0 ? MAX_EMPTY_ELEMENTS - emptyElements : remaining() / elementSize;
        if (count < 0 || count > most) {
            throw fault(Kind.BAD_COUNT, position() - Integer.BYTES, "a vector of " + Integer.toUnsignedString(count));
        }
        if (elementSize == 0) {
            emptyElements += count;
        }
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.read(this));
        }
        return List.copyOf(elements);
    }

    /**
     * Moves on without reading.
     *
     * @param count how many bytes, not negative
     */
    public void skip(int count) {
        if (count < 0) {
            throw fault(Kind.BAD_LENGTH, position(), "a length of " + count);
        }
        take(count);
    }

    /** Checks that nothing is left. */
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
     */
    public int enter(int id) {
        if (depth == MAX_DEPTH) {
            throw new TlException(Kind.TOO_DEEP, position(), id, "more than " + MAX_DEPTH + " objects in each other");
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

    /**
     * Returns the exception for an id, just read, that cannot stand here. For generated code.
     *
     * @param id the id
     */
    public TlException unknownConstructor(int id) {
        return new TlException(Kind.UNKNOWN_CONSTRUCTOR, position() - Integer.BYTES, id, "unknown constructor");
    }

    /** Reads the length of bytes, and moves behind their content. */
    private int readLength() {
        int at = position();
        int length = array[take(1)] & 0xff;
        if (length == 255) {
            throw fault(Kind.BAD_LENGTH, at, "a length that starts with 255");
        }
        if (length == 254) {
            int from = take(3);
            length = (array[from] & 0xff) | (array[from + 1] & 0xff) << 8 | (array[from + 2] & 0xff) << 16;
        }
        if (length > remaining()) {
            throw fault(Kind.SHORT_INPUT, at, "a length of " + length + " where " + remaining() + " bytes are left");
        }
        index += length;
        return length;
    }

    private void skipPadding(int first) {
        take(-(index - first) & 3);
    }

    private int take(int count) {
        if (count > end - index) {
            throw fault(Kind.SHORT_INPUT, position(), count + " bytes needed, " + remaining() + " left");
        }
        int from = index;
        index += count;
        return from;
    }

    private TlException fault(Kind kind, int offset, String detail) {
        return depth == 0 ? new TlException(kind, offset, detail) : new TlException(kind, offset, enclosing, detail);
    }
}
