package dev.mtproto.tl;

/**
 * A TL value that has a constructor id: an instance of a constructor, or a function. Implementations are immutable values.
 * Follows the page "TL language" of core.telegram.org/mtproto.
 */
public interface TlObject {

    /** Returns the constructor id, the number that stands in front of the boxed value. */
    int constructorId();

    /**
     * Writes the boxed form: the id (4 bytes), then the fields.
     *
     * @param writer where to
     */
    default void writeTo(TlWriter writer) {
        writer.writeConstructorId(constructorId());
        writeBareTo(writer);
    }

    /**
     * Writes the bare form: the fields alone.
     *
     * @param writer where to
     */
    void writeBareTo(TlWriter writer);
}
