package dev.mtproto.session.binding;

import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.BindAuthKeyInner;

/**
 * The text inside {@code encrypted_message}, 80 bytes: random(16), msg_id(8), seq_no(4) = 0, length(4) = 40,
 * bind_auth_key_inner(40), padding(8).
 */
final class BindingText {

    static final int RANDOM = 16;
    static final int PADDING = 8;
    static final int INNER_LENGTH = 40;
    /** Length without the padding, which is what the msg_key covers. */
    static final int LENGTH = RANDOM + 16 + INNER_LENGTH;

    private static final int SEQ_NO = 0;

    private BindingText() {}

    /** Returns the text without its padding, its random bytes still to be set. */
    static byte[] write(BindAuthKeyInner inner, long msgId) {
        TlWriter writer = new TlWriter(LENGTH);
        writer.raw(new byte[RANDOM], 0, RANDOM);
        writer.writeLong(msgId);
        writer.writeInt(SEQ_NO);
        writer.writeInt(INNER_LENGTH);
        inner.writeTo(writer);
        return writer.toByteArray();
    }

    /** Tells whether a text says exactly what it has to say, whatever its random bytes are. */
    static boolean says(byte[] text, int offset, BindAuthKeyInner inner, long msgId) {
        byte[] expected = write(inner, msgId);
        return ConstantTime.equal(expected, RANDOM, text, offset + RANDOM, LENGTH - RANDOM);
    }
}
