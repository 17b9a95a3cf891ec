package dev.mtproto.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.KeyStep;
import java.util.Optional;

/** Says in the words of a client what an engine says. */
final class EngineEvents {

    private EngineEvents() {}

    /** Returns the event that an application is told of; empty for what concerns the client alone. */
    static Optional<ClientEvent> translate(EngineEvent event) {
        if (event instanceof EngineEvent.SaltChanged) {
            return Optional.of(new ClientEvent.SaltChanged());
        }
        if (event instanceof EngineEvent.ClockCorrected corrected) {
            return Optional.of(new ClientEvent.ClockCorrected(corrected.offset()));
        }
        if (event instanceof EngineEvent.SessionRenewed renewed) {
            return Optional.of(new ClientEvent.SessionRenewed(renewed.session()));
        }
        if (event instanceof EngineEvent.Discarded discarded) {
            return Optional.of(new ClientEvent.Refused(discarded.check()));
        }
        return Optional.empty();
    }

    /** Returns why an engine wants another connection. */
    static MtprotoException reason(KeyStep.Reconnect wish) {
        return wish.check()
                .<MtprotoException>map(
                        check -> new SessionException(check, "the server sent a packet that breaks a rule"))
                .orElseGet(() -> new TransportException("the connection was silent, or lost something", null));
    }
}
