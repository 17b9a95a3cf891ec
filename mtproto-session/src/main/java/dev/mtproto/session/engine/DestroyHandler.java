package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.schema.DestroyAuthKeyRes;
import java.util.List;

/** Handles the answers to {@code destroy_session} and {@code destroy_auth_key}. */
final class DestroyHandler {

    private final Core core;

    DestroyHandler(Core core) {
        this.core = core;
    }

    @Enforces(Check.R10)
    void session(Incoming message, long sessionId, boolean existed) {
        core.directAnswers.sessionDestroyed(message, sessionId);
        for (Service wish : List.copyOf(core.wishes)) {
            if (wish.purpose instanceof Service.Destroy destroy
                    && destroy.session().value() == sessionId) {
                core.wishes.remove(wish);
                core.events.add(new EngineEvent.SessionDestroyed(new SessionId(sessionId), existed));
            }
        }
    }

    @Enforces(Check.R10)
    void key(Incoming message, DestroyAuthKeyRes answer) {
        core.directAnswers.keyDestroyed(message);
        if (core.wishes.removeIf(wish -> wish.purpose instanceof Service.DestroyKey)) {
            core.events.add(new EngineEvent.KeyDestroyed(answer));
        }
    }
}
