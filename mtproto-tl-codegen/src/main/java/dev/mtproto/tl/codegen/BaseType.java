package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.Optional;

/** The types that the runtime reads and writes by itself. */
enum BaseType {
    INT("int", "Int", 4, true),
    LONG("long", "Long", 8, true),
    DOUBLE("double", "Double", 8, true),
    INT128("int128", "Int128", 16, true),
    INT256("int256", "Int256", 32, true),
    STRING("string", "String", 4, false),
    BYTES("bytes", "Bytes", 4, false),
    BOOL("Bool", "Bool", 4, true),
    OBJECT("Object", "Object", 4, false);

    private final String tlName;
    private final String suffix;
    private final int minimalSize;
    private final boolean fixed;

    BaseType(String tlName, String suffix, int minimalSize, boolean fixed) {
        this.tlName = tlName;
        this.suffix = suffix;
        this.minimalSize = minimalSize;
        this.fixed = fixed;
    }

    static Optional<BaseType> named(String tlName) {
        return Arrays.stream(values())
                .filter(base -> base.tlName.equals(tlName))
                .findFirst();
    }

    /** Returns the method of the reader. */
    String readMethod() {
        return this == BYTES ? "readTlBytes" : "read" + suffix;
    }

    /** Returns the method of the writer. */
    String writeMethod() {
        return "write" + suffix;
    }

    TypeName javaType() {
        return switch (this) {
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case DOUBLE -> TypeName.DOUBLE;
            case BOOL -> TypeName.BOOLEAN;
            case STRING -> ClassName.get(String.class);
            case INT128, INT256 -> ClassName.get(RuntimeNames.PACKAGE, suffix);
            case BYTES, OBJECT -> ClassName.get(RuntimeNames.PACKAGE, "Tl" + suffix);
        };
    }

    /** Returns the least number of bytes that a value takes. */
    int minimalSize() {
        return minimalSize;
    }

    /** Says whether every value takes just that many. */
    boolean isFixed() {
        return fixed;
    }
}
