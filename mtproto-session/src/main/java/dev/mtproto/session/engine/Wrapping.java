package dev.mtproto.session.engine;

import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import java.util.ArrayList;
import java.util.List;

/** Puts {@code invokeAfterMsg} around a query that has to wait for others. It names the msg_ids that these have at the moment. */
final class Wrapping {

    private Wrapping() {}

    /** Tells whether all requests that have to run first have a msg_id in the session. */
    static boolean isSendable(PendingRequest request, Conversation session) {
        if (request.patient && !request.predecessors.isEmpty()) {
            return false;
        }
        for (PendingRequest predecessor : request.predecessors) {
            Copy copy = predecessor.copy;
            if (copy == null || copy.conversation != session || predecessor.state != PendingRequest.State.FLYING) {
                return false;
            }
        }
        return true;
    }

    /** Returns the body to send. */
    static byte[] body(PendingRequest request) {
        List<Long> ids = new ArrayList<>(request.predecessors.size());
        for (PendingRequest predecessor : request.predecessors) {
            Copy copy = predecessor.copy;
            if (copy != null) {
                ids.add(copy.msgId());
            }
        }
        if (ids.isEmpty()) {
            return request.body;
        }
        TlWriter writer = new TlWriter(request.body.length + 16 + 8 * ids.size());
        if (ids.size() == 1) {
            writer.writeConstructorId(InvokeAfterMsg.ID);
            writer.writeLong(ids.get(0));
        } else {
            writer.writeConstructorId(InvokeAfterMsgs.ID);
            writer.writeVector(ids, TlWriter::writeLong);
        }
        writer.raw(request.body, 0, request.body.length);
        return writer.toByteArray();
    }
}
