package dev.mtproto.tl;

import dev.mtproto.tl.schema.MtprotoSchema;

/** Short forms for tests. */
final class Encoding {

    private Encoding() {}

    static byte[] encode(TlObject object) {
        TlWriter writer = new TlWriter(0);
        object.writeTo(writer);
        return writer.toByteArray();
    }

    static TlReader reader(byte[] bytes) {
        return new TlReader(bytes, 0, bytes.length, MtprotoSchema.INSTANCE);
    }

    static TlReader reader(String digits) {
        return reader(VectorEntries.hex(digits.replace(" ", "")));
    }
}
