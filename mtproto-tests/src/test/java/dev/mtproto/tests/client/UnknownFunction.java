package dev.mtproto.tests.client;

import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;

/** A function that no schema knows. */
record UnknownFunction(int constructorId) implements TlFunction<Boolean> {

    UnknownFunction() {
        this(0xdeadbeef);
    }

    @Override
    public void writeBareTo(TlWriter writer) {}

    @Override
    public Boolean readResult(TlReader reader) {
        return reader.readBool();
    }
}
