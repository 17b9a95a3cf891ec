package dev.mtproto.tl.codegen;

import java.util.List;
import java.util.OptionalInt;

/**
 * One line of a schema: a constructor or a function.
 *
 * @param name its TL name
 * @param declaredId the id that the line gives
 * @param variables the names of its type variables
 * @param fields in the order of the wire
 * @param result the type that it makes, or that the call returns
 * @param resultName how the schema writes that type
 * @param isFunction whether it is a function
 * @param text the line, one space between words
 * @param location where it stands
 */
record Combinator(
        String name,
        OptionalInt declaredId,
        List<String> variables,
        List<Field> fields,
        TlType result,
        String resultName,
        boolean isFunction,
        String text,
        Location location) {

    /** The name of the constructor whose class is part of the runtime. */
    static final String VECTOR = "vector";

    boolean isVector() {
        return !isFunction && name.equals(VECTOR);
    }

    /** Returns the id on the wire. */
    int id() {
        return declaredId.orElseGet(() -> IdRule.idOf(text));
    }

    SchemaException error(String detail) {
        return new SchemaException(location, name + ": " + detail);
    }
}
