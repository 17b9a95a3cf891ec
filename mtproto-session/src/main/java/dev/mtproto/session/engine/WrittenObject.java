package dev.mtproto.session.engine;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;

/** An object that is written already. */
final class WrittenObject implements TlObject {

    private final byte[] body;

    WrittenObject(byte[] body) {
        this.body = body;
    }

    @Override
    public int constructorId() {
        return new TlReader(body, 0, body.length).readInt();
    }

    @Override
    public void writeBareTo(TlWriter writer) {
        writer.raw(body, Integer.BYTES, body.length - Integer.BYTES);
    }
}
