package dev.mtproto.tl;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads TL values from a slice of an array. Follows the page "Binary data serialization" of core.telegram.org/mtproto.
 *
 * <p>Whatever the bytes are, a method returns a value or throws {@link TlException}: every length and count is compared with
 * what is left before anything is allocated, and nesting is limited to {@link #MAX_DEPTH}. The memory taken is bounded by a
 * small multiple of the length of the slice. After an exception the position is not defined. Not safe for use by several
 * threads.
 */
public final class TlReader extends TlInput {

    /** How deep objects that have fields may stand inside each other, the outermost counted as 1. */
    public static final int MAX_DEPTH = 64;

    /** How many elements that take no bytes the vectors of one slice may hold together. */
    public static final int MAX_EMPTY_ELEMENTS = 1 << 16;

    private final TlSchema schema;
    private int emptyElements;

    /**
     * Makes a reader of a slice whose objects are all of types that the caller names.
     *
     * @param array holds the slice; not copied
     * @param offset the index of the first byte
     * @param length the number of bytes
     * @throws IndexOutOfBoundsException if the slice is not inside the array
     */
    public TlReader(byte[] array, int offset, int length) {
        this(array, offset, length, JoinedSchema.EMPTY);
    }

    /**
     * Makes a reader of a slice that may hold any object of a schema.
     *
     * @param array holds the slice; not copied
     * @param offset the index of the first byte
     * @param length the number of bytes
     * @param schema the objects that may stand where the type is {@code Object} or {@code !X}
     * @throws IndexOutOfBoundsException if the slice is not inside the array
     */
    public TlReader(byte[] array, int offset, int length, TlSchema schema) {
        this(array, offset, length, schema, false);
    }

    private TlReader(byte[] array, int offset, int length, TlSchema schema, boolean lends) {
        super(array, offset, length, lends);
        this.schema = schema;
    }

    /**
     * Makes a reader of a whole array that nobody writes to any more: {@code bytes} that make up most of it are not copied.
     *
     * @param array holds the objects
     * @param schema the objects that may stand where the type is {@code Object} or {@code !X}
     */
    public static TlReader lending(byte[] array, TlSchema schema) {
        return new TlReader(array, 0, array.length, schema, true);
    }

    /** Reads a {@code Bool}, 4 bytes; any id but its two is refused. */
    public boolean readBool() {
        int id = readInt();
        if (id != BoolId.TRUE && id != BoolId.FALSE) {
            throw new TlException(Kind.BAD_VALUE, position() - Integer.BYTES, id, "not a Bool");
        }
        return id == BoolId.TRUE;
    }

    /** Reads a constructor id, 4 bytes. */
    public int readConstructorId() {
        return readInt();
    }

    /** Returns the constructor id that comes next, without moving on. */
    public int peekConstructorId() {
        int id = readInt();
        back(Integer.BYTES);
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
    public <T> List<T> readVector(int elementSize, ElementReader<? extends T> element) {
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
    public <T> List<T> readBareVector(int elementSize, ElementReader<? extends T> element) {
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
     * Returns the exception for an id, just read, that cannot stand here. For generated code.
     *
     * @param id the id
     */
    public TlException unknownConstructor(int id) {
        return new TlException(Kind.UNKNOWN_CONSTRUCTOR, position() - Integer.BYTES, id, "unknown constructor");
    }
}
