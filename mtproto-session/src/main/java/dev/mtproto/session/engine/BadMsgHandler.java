package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import java.util.List;

/**
 * Handles {@code bad_msg_notification} and {@code bad_server_salt}: mends what is wrong, and sends again what the refused
 * packet held.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message">Notice of
 *     ignored error message</a>
 */
final class BadMsgHandler {

    private static final int ID_TOO_LOW = 16;
    private static final int ID_TOO_HIGH = 17;
    private static final int CONTAINER_ID_REUSED = 19;
    private static final int TOO_OLD = 20;
    private static final int CONTAINER = 64;

    private final Core core;

    BadMsgHandler(Core core) {
        this.core = core;
    }

    void salt(Incoming message) {
        BadServerSalt bad = BadServerSalt.read(message.reader());
        if (isOurs(message, bad.badMsgId())) {
            core.salts.forget();
            core.takeSalt(bad.newServerSalt());
            sendAgain(message.conversation(), message.conversation().log.in(bad.badMsgId()));
        }
    }

    void notification(Incoming message) {
        BadMsgNotification bad = BadMsgNotification.read(message.reader());
        if (!isOurs(message, bad.badMsgId())) {
            return;
        }
        Conversation in = message.conversation();
        int code = bad.errorCode();
        boolean wholePacket = code == ID_TOO_LOW || code == ID_TOO_HIGH || code == CONTAINER;
        List<Sent> refused = wholePacket ? in.log.in(bad.badMsgId()) : in.log.under(bad.badMsgId());
        switch (code) {
            case ID_TOO_LOW -> correct(message, refused);
            case ID_TOO_HIGH -> {
                correct(message, refused);
                if (!refused.isEmpty()) {
                    renew(in);
                }
            }
            case TOO_OLD -> {
                refused.forEach(this::tooOld);
                return;
            }
            case CONTAINER_ID_REUSED -> {
                renew(in);
                return;
            }
            case CONTAINER -> invalidContainer(in, refused);
            default -> renew(in);
        }
        sendAgain(in, refused);
    }

    /** Only what this session sent can be refused. */
    @Enforces(Check.R2)
    private static boolean isOurs(Incoming message, long badMsgId) {
        return message.conversation().log.knows(badMsgId);
    }

    private void correct(Incoming message, List<Sent> refused) {
        for (Sent sent : refused) {
            core.correctClock(message.msgId(), sent.clockEpoch());
        }
    }

    private void renew(Conversation in) {
        if (in == core.current) {
            core.renew();
        }
    }

    private void invalidContainer(Conversation in, List<Sent> refused) {
        for (Sent sent : refused) {
            if (sent instanceof Copy copy) {
                copy.request.alone = true;
            }
        }
        if (++in.refusedContainers > 1) {
            renew(in);
        }
    }

    /** The server cannot tell whether it has run it; unless it said itself before that it had lost it. */
    private void tooOld(Sent sent) {
        if (sent instanceof Copy copy && copy.isAwaited()) {
            if (copy.knownLost) {
                core.repetition.renumber(copy, core.now());
            } else {
                core.repetition.giveUp(copy, Reason.UNCERTAIN, core.now());
            }
        }
    }

    private void sendAgain(Conversation in, List<Sent> refused) {
        for (Sent sent : refused) {
            if (sent instanceof Copy copy) {
                if (copy.isAwaited()) {
                    core.repetition.refused(copy, in == core.current, core.now());
                }
            } else if (sent instanceof Service service) {
                sendAgain(in, service);
            }
        }
    }

    private void sendAgain(Conversation in, Service service) {
        if (in != core.current) {
            return;
        }
        for (long msgId : service.acknowledged()) {
            in.acks.addAgain(msgId, core.now());
        }
        if (!(service.purpose instanceof Service.Acks) && service.mayRepeat()) {
            core.send(service);
        }
    }
}
