package dev.mtproto.tl;

import dev.mtproto.api.TlException;
import java.util.List;

/**
 * A boxed vector that stands where any object may: {@code vector {t:Type} # [ t ] = Vector t}, its elements boxed objects. A
 * vector whose type the schema names is a {@link List} instead; one of bare elements, such as {@code Vector<long>}, cannot be
 * read without knowing that type.
 *
 * @param elements the elements, in order
 */
public record TlVector(List<TlObject> elements) implements TlObject {

    /** The constructor id of every boxed vector. */
    public static final int ID = 0x1cb5c415;

    /** Copies the list. */
    public TlVector {
        elements = List.copyOf(elements);
    }

    /**
     * Reads the boxed form.
     *
     * @param reader placed at the id
     * @throws TlException if the bytes are no vector of objects
     */
    public static TlVector read(TlReader reader) {
        reader.expectConstructorId(ID);
        return readBare(reader);
    }

    /**
     * Reads what follows the id: the count, then the elements.
     *
     * @param reader placed behind the id
     * @throws TlException if the bytes are no vector of objects
     */
    public static TlVector readBare(TlReader reader) {
        int outer = reader.enter(ID);
        List<TlObject> elements = reader.readBareVector(Integer.BYTES, TlReader::readObject);
        reader.leave(outer);
        return new TlVector(elements);
    }

    @Override
    public int constructorId() {
        return ID;
    }

    @Override
    public void writeBareTo(TlWriter writer) {
        writer.writeBareVector(elements, TlWriter::writeObject);
    }
}
