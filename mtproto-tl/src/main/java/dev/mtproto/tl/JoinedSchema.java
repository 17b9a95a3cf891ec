package dev.mtproto.tl;

import java.util.List;
import java.util.Optional;

/** Several schemas in a row; the first that knows an id answers for it. */
record JoinedSchema(List<TlSchema> parts) implements TlSchema {

    static final TlSchema EMPTY = new JoinedSchema(List.of());

    @Override
    public TlObject read(int constructorId, TlReader reader) {
        return partFor(constructorId, reader).read(constructorId, reader);
    }

    @Override
    public TlFunction<?> readFunction(int constructorId, TlReader reader) {
        return partFor(constructorId, reader).readFunction(constructorId, reader);
    }

    @Override
    public Optional<String> nameOf(int constructorId) {
        for (TlSchema part : parts) {
            Optional<String> name = part.nameOf(constructorId);
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private TlSchema partFor(int constructorId, TlReader reader) {
        for (TlSchema part : parts) {
            if (part.nameOf(constructorId).isPresent()) {
                return part;
            }
        }
        throw reader.unknownConstructor(constructorId);
    }
}
