package dev.mtproto.tl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;

/** The expressions that read and write the fields of one record. */
final class FieldCode {

    private final Catalog catalog;
    private final Sizes sizes;
    private final Combinator user;
    private final NameAllocator names;

    /**
     * Makes the expressions for one method.
     *
     * @param catalog what the names mean
     * @param sizes the sizes of elements
     * @param user the line that the method belongs to
     * @param names the names that the method has in use
     */
    FieldCode(Catalog catalog, Sizes sizes, Combinator user, NameAllocator names) {
        this.catalog = catalog;
        this.sizes = sizes;
        this.user = user;
        this.names = names;
    }

    /** Returns an expression that reads a value. */
    CodeBlock read(TlType type, String reader) {
        if (type instanceof TlType.Base base) {
            return CodeBlock.of("$N.$N()", reader, base.base().readMethod());
        } else if (type instanceof TlType.Named named && named.bare()) {
            return CodeBlock.of(
                    "$T.readBare($N)", catalog.bare(named.name(), user).javaName(), reader);
        } else if (type instanceof TlType.Named named) {
            return CodeBlock.of("$T.read($N)", catalog.type(named.name(), user).javaName(), reader);
        } else if (type instanceof TlType.Vector vector) {
            return CodeBlock.of(
                    "$N.$N($L, $L)",
                    reader,
                    vector.bare() ? "readBareVector" : "readVector",
                    sizes.minimum(vector.element(), user),
                    elementReader(vector.element()));
        }
        return CodeBlock.of("$N.readFunction()", reader);
    }

    /** Returns a statement, without its semicolon, that writes a value. */
    CodeBlock write(TlType type, String writer, CodeBlock value) {
        if (type instanceof TlType.Base base) {
            return CodeBlock.of("$N.$N($L)", writer, base.base().writeMethod(), value);
        } else if (type instanceof TlType.Named named && named.bare()) {
            return CodeBlock.of("$L.writeBareTo($N)", value, writer);
        } else if (type instanceof TlType.Vector vector) {
            return CodeBlock.of(
                    "$N.$N($L, $L)",
                    writer,
                    vector.bare() ? "writeBareVector" : "writeVector",
                    value,
                    elementWriter(vector.element()));
        }
        return CodeBlock.of("$L.writeTo($N)", value, writer);
    }

    /** Returns an expression for an immutable copy of a value. */
    CodeBlock copy(TlType type, CodeBlock value) {
        if (type instanceof TlType.Vector outer && outer.element() instanceof TlType.Vector inner) {
            String element = names.newName("element");
            return CodeBlock.of(
                    "$L.stream().map($N -> $L).toList()", value, element, copy(inner, CodeBlock.of("$N", element)));
        }
        return CodeBlock.of("$T.copyOf($L)", java.util.List.class, value);
    }

    private CodeBlock elementReader(TlType element) {
        if (element instanceof TlType.Base base) {
            return CodeBlock.of("$T::$N", RuntimeNames.READER, base.base().readMethod());
        } else if (element instanceof TlType.Named named) {
            return named.bare()
                    ? CodeBlock.of(
                            "$T::readBare", catalog.bare(named.name(), user).javaName())
                    : CodeBlock.of("$T::read", catalog.type(named.name(), user).javaName());
        }
        String nested = names.newName("nested");
        return CodeBlock.of("$N -> $L", nested, read(element, nested));
    }

    private CodeBlock elementWriter(TlType element) {
        if (element instanceof TlType.Base base) {
            return CodeBlock.of("$T::$N", RuntimeNames.WRITER, base.base().writeMethod());
        } else if (element instanceof TlType.Named named) {
            return CodeBlock.of("$T::$N", RuntimeNames.WRITER, named.bare() ? "writeBare" : "writeObject");
        }
        String nested = names.newName("nested");
        String value = names.newName("elements");
        return CodeBlock.of("($N, $N) -> $L", nested, value, write(element, nested, CodeBlock.of("$N", value)));
    }
}
