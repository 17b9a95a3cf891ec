package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.MsgsAck;

/** Handles {@code msgs_ack}: marks what arrived. */
final class AckHandler {

    private final Core core;

    AckHandler(Core core) {
        this.core = core;
    }

    void handle(Incoming message) {
        for (long msgId : MsgsAck.read(message.reader()).msgIds()) {
            Copy copy = message.conversation().log.copy(msgId);
            if (copy != null) {
                core.requests.acknowledged(copy);
            }
        }
    }
}
