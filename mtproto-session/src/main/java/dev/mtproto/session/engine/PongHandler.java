package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.Pong;

/** Handles {@code pong}. */
final class PongHandler {

    private final Core core;

    PongHandler(Core core) {
        this.core = core;
    }

    @Enforces(Check.R4)
    void handle(Incoming message) {
        Pong pong = Pong.read(message.reader());
        SentLog log = message.conversation().log;
        Service sent = log.service(pong.msgId());
        if (sent != null && sent.purpose instanceof Service.Ping ping && ping.pingId() == pong.pingId()) {
            log.remove(pong.msgId());
            core.events.add(new EngineEvent.Pong(pong.pingId(), core.now() - ping.sentAt()));
        } else {
            core.directAnswers.pong(message, pong.msgId(), pong.pingId());
        }
    }
}
