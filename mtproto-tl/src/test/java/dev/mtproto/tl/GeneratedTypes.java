package dev.mtproto.tl;

import dev.mtproto.tl.schema.MtprotoFunction;
import dev.mtproto.tl.schema.MtprotoObject;
import java.util.List;
import java.util.stream.Stream;

/** The generated records, found from the sealed roots. */
final class GeneratedTypes {

    private GeneratedTypes() {}

    static List<Class<?>> constructors() {
        return leaves(MtprotoObject.class).toList();
    }

    static List<Class<?>> functions() {
        return leaves(MtprotoFunction.class).toList();
    }

    static List<Class<?>> all() {
        return Stream.concat(constructors().stream(), functions().stream()).toList();
    }

    static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(GeneratedTypes::leaves)
                : Stream.of(type);
    }

    static int id(Class<?> type) {
        try {
            return type.getField("ID").getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls one of the static methods read and readBare. */
    static TlObject read(Class<?> type, String method, TlReader reader) throws Throwable {
        try {
            return (TlObject) type.getMethod(method, TlReader.class).invoke(null, reader);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
