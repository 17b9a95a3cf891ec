package dev.mtproto.tl.codegen;

/** The type of a field, of a vector's elements, or of a result. */
sealed interface TlType {

    /** A type that the reader and writer know by themselves. */
    record Base(BaseType base) implements TlType {}

    /** A type, or a constructor as a type, by its name; bare means without an id in front. */
    record Named(String name, boolean bare) implements TlType {}

    /** A vector; a boxed one has its id in front. */
    record Vector(TlType element, boolean bare) implements TlType {}

    /** {@code !X}: any function; its result is what the variable stands for. */
    record Function(String variable) implements TlType {}

    /** A variable as the result of a function. */
    record Variable(String name) implements TlType {}

    /** {@code flags.N?true}: there or not, without bytes of its own. */
    record Flag() implements TlType {}

    /** {@code #}: 32 bits that say which of the fields behind it are there. */
    record Flags() implements TlType {}
}
