package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionException;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import java.util.List;

/**
 * Sends again what a server did not take, with what it complained about put right; a call five times at most.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages">Notice of ignored error message</a>
 */
final class Resending {

    private static final int TOO_LOW = 16;
    private static final int TOO_HIGH = 17;
    private static final int TOO_OLD = 20;

    private final Connection connection;
    private final EncryptedSession session;
    private final Calls calls;
    private final List<Long> acks;

    Resending(Connection connection, EncryptedSession session, Calls calls, List<Long> acks) {
        this.connection = connection;
        this.session = session;
        this.calls = calls;
        this.acks = acks;
    }

    void badSalt(BadServerSalt notice) {
        if (calls.knows(notice.badMsgId())) {
            session.salt(new Salt(notice.newServerSalt()));
            one(notice.badMsgId(), "code " + notice.errorCode());
        }
    }

    void badMessage(long msgId, BadMsgNotification notice) {
        if (!calls.knows(notice.badMsgId())) {
            return;
        }
        int code = notice.errorCode();
        if (code == TOO_LOW || code == TOO_HIGH) {
            session.clock().synchronise(msgId);
        }
        boolean goesOn = code == TOO_LOW || code == TOO_HIGH || code == TOO_OLD;
        if (goesOn && !session.needsNewSession()) {
            one(notice.badMsgId(), "code " + code);
        } else {
            session.renew();
            acks.clear();
            calls.removeAll().forEach(call -> again(call, "code " + code));
        }
    }

    void again(PendingCall<?> call, String reason) {
        if (call.mayBeSentAgain()) {
            connection.send(call);
        } else {
            call.fail(new SessionException(Check.R9, "the server refused the query too often, last for " + reason));
        }
    }

    private void one(long msgId, String reason) {
        PendingCall<?> call = calls.remove(msgId);
        if (call != null) {
            again(call, reason);
        }
    }
}
