package dev.mtproto.api;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** TL bytes that cannot be read. Names the kind of fault, the offset and, where one is known, the constructor id. */
public final class TlException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /** The kinds of fault. */
    public enum Kind {
        /** The id is none that the schema knows, or none that the expected type allows. */
        UNKNOWN_CONSTRUCTOR,
        /** The input ends before the value does. */
        SHORT_INPUT,
        /** A length is negative, or in a form that TL does not allow. */
        BAD_LENGTH,
        /** A count is negative, or larger than what the rest of the input could hold. */
        BAD_COUNT,
        /** Objects are nested deeper than the reader allows. */
        TOO_DEEP,
        /** A value is outside its type: a string that is no UTF-8, a Bool that is neither. */
        BAD_VALUE,
        /** Bytes are left over where the object had to end. */
        TRAILING_BYTES
    }

    private final Kind kind;
    private final int offset;
    private final @Nullable Integer constructorId;

    /**
     * Makes an exception without a constructor id.
     *
     * @param kind the kind of fault
     * @param offset where in the input, in bytes from the reader's start
     * @param detail what was wrong, with the value
     */
    public TlException(Kind kind, int offset, String detail) {
        super(null, detail + " at offset " + offset, null);
        this.kind = kind;
        this.offset = offset;
        this.constructorId = null;
    }

    /**
     * Makes an exception that names a constructor id.
     *
     * @param kind the kind of fault
     * @param offset where in the input, in bytes from the reader's start
     * @param constructorId the id that was read
     * @param detail what was wrong, with the value
     */
    public TlException(Kind kind, int offset, int constructorId, String detail) {
        super(null, String.format("%s (constructor id %08x) at offset %d", detail, constructorId, offset), null);
        this.kind = kind;
        this.offset = offset;
        this.constructorId = constructorId;
    }

    /** Returns the kind of fault. */
    public Kind kind() {
        return kind;
    }

    /** Returns where in the input the fault was found, in bytes from the reader's start. */
    public int offset() {
        return offset;
    }

    /** Returns the constructor id that was read, where the fault concerns one. */
    public OptionalInt constructorId() {
        return Optional.ofNullable(constructorId).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
