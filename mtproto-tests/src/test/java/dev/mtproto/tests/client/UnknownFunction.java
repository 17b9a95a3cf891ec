package dev.mtproto.tests.client;

import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;

/** A function that no schema knows. */
record UnknownFunction() implements TlFunction<Boolean> {

    @Override
    public int constructorId() {
        return 0xdeadbeef;
    }

    @Override
    public void writeBareTo(TlWriter writer) {}

    @Override
    public Boolean readResult(TlReader reader) {
        return reader.readBool();
    }
}
