package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Service functions that a caller submitted as requests: their answers come without {@code rpc_result}.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages">Service messages</a>
 */
final class DirectAnswers {

    private final Requests requests;

    DirectAnswers(Requests requests) {
        this.requests = requests;
    }

    @Enforces(Check.R4)
    void pong(Incoming message, long msgId, long pingId) {
        Copy copy = message.conversation().log.copy(msgId);
        if (copy != null && isOf(copy, Ping.ID, PingDelayDisconnect.ID) && argument(copy) == pingId) {
            answered(copy.request, message);
        }
    }

    @Enforces(Check.R3)
    void salts(Incoming message, long msgId) {
        Copy copy = message.conversation().log.copy(msgId);
        if (copy != null && isOf(copy, GetFutureSalts.ID, GetFutureSalts.ID)) {
            answered(copy.request, message);
        }
    }

    @Enforces(Check.R10)
    void sessionDestroyed(Incoming message, long sessionId) {
        for (PendingRequest request : List.copyOf(requests.destroying())) {
            Copy copy = request.copy;
            if (copy != null && isOf(copy, DestroySession.ID, DestroySession.ID) && argument(copy) == sessionId) {
                answered(request, message);
            }
        }
    }

    @Enforces(Check.R10)
    void keyDestroyed(Incoming message) {
        for (PendingRequest request : List.copyOf(requests.destroying())) {
            if (isOf(request.copy, DestroyAuthKey.ID, DestroyAuthKey.ID)) {
                answered(request, message);
            }
        }
    }

    private void answered(PendingRequest request, Incoming message) {
        request.acknowledged = true;
        requests.finish(request, new Outcome.Answered(message.copy()));
    }

    private static boolean isOf(@Nullable Copy copy, int id, int other) {
        if (copy == null) {
            return false;
        }
        int type = new TlReader(copy.body, 0, copy.body.length).readInt();
        return type == id || type == other;
    }

    private static long argument(Copy copy) {
        TlReader reader = new TlReader(copy.body, 0, copy.body.length);
        reader.skip(4);
        return reader.readLong();
    }
}
