package dev.mtproto.tl.codegen;

import java.util.Optional;

/**
 * A field of a constructor, or an argument of a function.
 *
 * @param name its TL name
 * @param type its type
 * @param condition what it depends on, where it is optional
 * @param text how the schema writes it
 */
record Field(String name, TlType type, Optional<Condition> condition, String text) {

    boolean isFlags() {
        return type instanceof TlType.Flags;
    }

    boolean isFlag() {
        return type instanceof TlType.Flag;
    }

    /** Whether it is a value that may be absent. */
    boolean isOptional() {
        return condition.isPresent() && !isFlag();
    }
}
