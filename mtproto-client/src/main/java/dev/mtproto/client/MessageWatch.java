package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.session.engine.MessageTap;
import java.util.OptionalInt;

/** Tells observers of the messages of a session. */
final class MessageWatch implements MessageTap {

    private final Observers observers;
    private final MessageNames names;

    MessageWatch(Observers observers, MessageNames names) {
        this.observers = observers;
        this.names = names;
    }

    @Override
    public void sent(long msgId, int seqNo, byte[] body) {
        tell(Direction.OUT, msgId, seqNo, body, 0, body.length);
    }

    @Override
    public void sentContainer(long msgId, int seqNo, int messages, int length) {
        if (observers.wantMessages()) {
            String name = "msg_container of " + messages;
            observers.message(new ObservedMessage(Direction.OUT, name, msgId, OptionalInt.of(seqNo), length));
        }
    }

    @Override
    public void received(long msgId, int seqNo, byte[] array, int offset, int length) {
        tell(Direction.IN, msgId, seqNo, array, offset, length);
    }

    /** Names and lengths alone: what a message says is the application's. */
    @Enforces(Check.P9)
    private void tell(Direction direction, long msgId, int seqNo, byte[] array, int offset, int length) {
        if (observers.wantMessages()) {
            String name = names.of(array, offset, length);
            observers.message(new ObservedMessage(direction, name, msgId, OptionalInt.of(seqNo), length));
        }
    }
}
