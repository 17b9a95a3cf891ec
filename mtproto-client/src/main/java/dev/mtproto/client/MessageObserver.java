package dev.mtproto.client;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.TlWriter;
import java.util.OptionalInt;

/** Tells a listener of the messages of a session; costs nothing where nobody listens. */
final class MessageObserver {

    private final ConnectionListener listener;
    private final MessageNames names;

    MessageObserver(ConnectionListener listener, TlSchema schema) {
        this.listener = listener;
        this.names = new MessageNames(schema);
    }

    void sent(TlObject body, long msgId, int seqNo) {
        if (listener != ConnectionListener.NONE) {
            TlWriter writer = new TlWriter();
            body.writeTo(writer);
            tell(Direction.OUT, names.of(body), msgId, seqNo, writer.position());
        }
    }

    void received(byte[] array, int offset, int length, long msgId, int seqNo) {
        if (listener != ConnectionListener.NONE) {
            tell(Direction.IN, names.of(array, offset, length), msgId, seqNo, length);
        }
    }

    private void tell(Direction direction, String name, long msgId, int seqNo, int length) {
        listener.message(new ObservedMessage(direction, name, msgId, OptionalInt.of(seqNo), length));
    }
}
