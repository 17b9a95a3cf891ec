package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TlException;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.RpcError;
import java.util.Arrays;

/** Handles {@code rpc_result}: finds the request, unpacks the result, tells an error from an answer. */
final class RpcResultHandler {

    private static final int HEAD = 12;
    /** How far the clock of a client may run ahead of the server's before an answer sets it right, in units of a msg_id. */
    private static final long AHEAD = 15L << 32;

    private final Core core;
    private final int mostUnpacked;

    RpcResultHandler(Core core, int mostUnpacked) {
        this.core = core;
        this.mostUnpacked = mostUnpacked;
    }

    /** Returns whether the result belongs to a service message; what it holds is then handled as if it came directly. */
    @Enforces(Check.R1)
    boolean handle(Incoming message) {
        if (message.length() < HEAD + 4) {
            return false;
        }
        long requestId = new TlReader(message.array(), message.offset() + 4, 8).readLong();
        Copy copy = message.conversation().log.copy(requestId);
        if (copy == null) {
            return isOfService(message.conversation().log, requestId);
        }
        if (copy.msgId() - message.msgId() > AHEAD) {
            core.correctClock(message.msgId(), copy.clockEpoch());
        }
        PendingRequest request = copy.request;
        request.acknowledged = true;
        try {
            finish(request, result(message));
        } catch (SessionException | TlException e) {
            core.requests.finish(request, request.unanswered(Reason.BROKEN_ANSWER));
            core.events.add(new EngineEvent.CloseConnection(e.check().orElse(Check.M13)));
        }
        return false;
    }

    private boolean isOfService(SentLog log, long requestId) {
        Service asked = log.service(requestId);
        if (asked != null && asked.purpose instanceof Service.Drop drop) {
            log.remove(requestId);
            core.drops.answered(drop.queryId());
        }
        return asked != null;
    }

    private void finish(PendingRequest request, byte[] result) {
        TlReader reader = new TlReader(result, 0, result.length);
        if (reader.peekConstructorId() != RpcError.ID) {
            core.requests.finish(request, new Outcome.Answered(result));
            return;
        }
        RpcError error = RpcError.read(reader);
        reader.expectEnd();
        boolean tooEarly = error.errorMessage().startsWith("MSG_WAIT_") && !request.orphaned;
        if (tooEarly && !request.predecessors.isEmpty()) {
            core.repetition.waitForPredecessors(request);
        } else if (tooEarly
                && request.copy != null
                && !request.request.predecessors().isEmpty()) {
            core.repetition.renumber(request.copy, core.now());
        } else {
            RpcException refused = new RpcException(error.errorCode(), error.errorMessage());
            core.requests.finish(request, new Outcome.Refused(refused));
        }
    }

    private byte[] result(Incoming message) {
        int offset = message.offset() + HEAD;
        int length = message.length() - HEAD;
        int type = new TlReader(message.array(), offset, length).readInt();
        if (type != GzipPacked.ID) {
            return Arrays.copyOfRange(message.array(), offset, offset + length);
        }
        byte[] result = Gzip.unpack(message.array(), offset, length, mostUnpacked);
        if (result.length < 4 || new TlReader(result, 0, result.length).readInt() == GzipPacked.ID) {
            throw new SessionException(Check.M15, "a gzip_packed inside another");
        }
        return result;
    }
}
