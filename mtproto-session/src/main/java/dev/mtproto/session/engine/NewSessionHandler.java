package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.NewSessionCreated;

/**
 * Handles {@code new_session_created}: the server knows nothing of what was sent before the message that it names. That is sent
 * again inside containers under its old ids, so that nothing runs twice should it arrive after all.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#new-session-creation-notification">New session creation
 *     notification</a>
 */
final class NewSessionHandler {

    private final Core core;

    NewSessionHandler(Core core) {
        this.core = core;
    }

    @Enforces(Check.R6)
    void handle(Incoming message) {
        NewSessionCreated created = NewSessionCreated.read(message.reader());
        Conversation in = message.conversation();
        if (!in.isNew(created.uniqueId())) {
            return;
        }
        if (core.anythingBefore) {
            core.events.add(new EngineEvent.UpdateGap());
        }
        core.anythingBefore = true;
        if (in != core.current) {
            return;
        }
        core.takeSalt(created.serverSalt());
        if (!in.log.knows(created.firstMsgId())) {
            core.ask(in.log.awaited());
            return;
        }
        for (Copy copy : in.log.awaitedBelow(created.firstMsgId())) {
            copy.knownLost = true;
            core.repetition.resend(copy, core.now());
        }
    }
}
