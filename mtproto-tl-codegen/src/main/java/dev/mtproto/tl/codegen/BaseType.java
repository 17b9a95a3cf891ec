package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.Optional;

/** The types that the runtime reads and writes by itself. */
enum BaseType {
    INT("int", "Int", TypeName.INT, 4, true),
    LONG("long", "Long", TypeName.LONG, 8, true),
    DOUBLE("double", "Double", TypeName.DOUBLE, 8, true),
    INT128("int128", "Int128", ClassName.get(Runtime.PACKAGE, "Int128"), 16, true),
    INT256("int256", "Int256", ClassName.get(Runtime.PACKAGE, "Int256"), 32, true),
    STRING("string", "String", ClassName.get(String.class), 4, false),
    BYTES("bytes", "TlBytes", "Bytes", ClassName.get(Runtime.PACKAGE, "TlBytes"), 4, false),
    BOOL("Bool", "Bool", TypeName.BOOLEAN, 4, true),
    OBJECT("Object", "Object", ClassName.get(Runtime.PACKAGE, "TlObject"), 4, false);

    private final String tlName;
    private final String readSuffix;
    private final String writeSuffix;
    private final TypeName javaType;
    private final int minimalSize;
    private final boolean fixed;

    BaseType(String tlName, String suffix, TypeName javaType, int minimalSize, boolean fixed) {
        this(tlName, suffix, suffix, javaType, minimalSize, fixed);
    }

    BaseType(String tlName, String readSuffix, String writeSuffix, TypeName javaType, int minimalSize, boolean fixed) {
        this.tlName = tlName;
        this.readSuffix = readSuffix;
        this.writeSuffix = writeSuffix;
        this.javaType = javaType;
        this.minimalSize = minimalSize;
        this.fixed = fixed;
    }

    static Optional<BaseType> named(String tlName) {
        return Arrays.stream(values())
                .filter(base -> base.tlName.equals(tlName))
                .findFirst();
    }

    String readMethod() {
        return "read" + readSuffix;
    }

    String writeMethod() {
        return "write" + writeSuffix;
    }

    TypeName javaType() {
        return javaType;
    }

    /** The least number of bytes that a value takes. */
    int minimalSize() {
        return minimalSize;
    }

    /** Whether every value takes just that many. */
    boolean isFixed() {
        return fixed;
    }
}
