package dev.mtproto.session.engine;

import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.MtprotoSchema;
import java.util.Arrays;

/**
 * A message that came in, valid while it is handled.
 *
 * @param conversation the session in which it came
 * @param msgId its msg_id
 * @param array holds the body
 * @param offset the index of the first byte of its id
 * @param length its length in bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Incoming(Conversation conversation, long msgId, byte[] array, int offset, int length) {

    TlReader reader() {
        return new TlReader(array, offset, length, MtprotoSchema.INSTANCE);
    }

    int type() {
        return reader().readInt();
    }

    byte[] copy() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** Returns what is left of the message from an index on, as a message of the same id. */
    Incoming from(int index) {
        return new Incoming(conversation, msgId, array, offset + index, length - index);
    }
}
