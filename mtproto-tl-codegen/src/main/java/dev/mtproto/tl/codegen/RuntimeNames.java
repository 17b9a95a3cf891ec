package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;

/** The hand-written classes that generated code builds on. */
final class RuntimeNames {

    static final String PACKAGE = "dev.mtproto.tl";
    static final ClassName READER = ClassName.get(PACKAGE, "TlReader");
    static final ClassName WRITER = ClassName.get(PACKAGE, "TlWriter");
    static final ClassName OBJECT = ClassName.get(PACKAGE, "TlObject");
    static final ClassName FUNCTION = ClassName.get(PACKAGE, "TlFunction");
    static final ClassName SCHEMA = ClassName.get(PACKAGE, "TlSchema");
    static final ClassName VECTOR = ClassName.get(PACKAGE, "TlVector");
    static final ClassName TL_EXCEPTION = ClassName.get("dev.mtproto.api", "TlException");

    private RuntimeNames() {}
}
