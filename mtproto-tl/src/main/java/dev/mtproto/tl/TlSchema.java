package dev.mtproto.tl;

import dev.mtproto.api.TlException;
import java.util.List;
import java.util.Optional;

/** A set of constructors and functions that can be told apart by id. Implementations are immutable and thread-safe. */
public interface TlSchema {

    /**
     * Reads the fields of a constructor or function.
     *
     * @param constructorId the id that was read in front of them
     * @param reader placed behind the id
     * @return the object
     * @throws TlException if this schema does not know the id, or the bytes are no such object
     */
    TlObject read(int constructorId, TlReader reader);

    /**
     * Reads the fields of a function; an id of a constructor is refused.
     *
     * @param constructorId the id that was read in front of them
     * @param reader placed behind the id
     * @return the function
     * @throws TlException if this schema knows no function of that id, or the bytes are no such function
     */
    TlFunction<?> readFunction(int constructorId, TlReader reader);

    /**
     * Returns the TL name that belongs to an id, such as {@code resPQ} or {@code help.getConfig}.
     *
     * @param constructorId the id of a constructor or function
     */
    Optional<String> nameOf(int constructorId);

    /**
     * Joins schemas into one. Where two know an id, the first one reads it.
     *
     * @param parts the schemas; none gives a schema that knows nothing
     */
    static TlSchema of(TlSchema... parts) {
        return new JoinedSchema(List.of(parts));
    }
}
