package dev.mtproto.tl.codegen;

/** A schema that cannot be turned into Java; the message says where and why. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SchemaException(Location location, String detail) {
        super(location + ": " + detail);
    }
}
