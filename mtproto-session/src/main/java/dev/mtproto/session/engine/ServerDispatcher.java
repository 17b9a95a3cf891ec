package dev.mtproto.session.engine;

import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.MsgResendAnsReq;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcAnswerDropped;
import dev.mtproto.tl.schema.RpcAnswerDroppedRunning;
import dev.mtproto.tl.schema.RpcAnswerUnknown;
import dev.mtproto.tl.schema.RpcDropAnswer;
import java.util.List;

/** Does what a message of the client asks for; what is no service message is a query. */
final class ServerDispatcher {

    /** What holds over HTTP where nothing was asked for. */
    private static final HttpWait UNASKED = new HttpWait(0, 0, 25_000);

    private final ServerCore core;
    private final ServerSalts salts;
    private final AfterWaits waits;
    private long closeAt = Long.MAX_VALUE;
    private HttpWait httpWait = UNASKED;

    ServerDispatcher(ServerCore core, ServerSalts salts, AfterWaits waits) {
        this.core = core;
        this.salts = salts;
        this.waits = waits;
    }

    void dispatch(Incoming message, ServerEngine session) {
        switch (message.type()) {
            case MsgsAck.ID -> MsgsAck.read(message.reader()).msgIds().forEach(core.unacknowledged::remove);
            case Ping.ID -> pong(message, Ping.read(message.reader()).pingId());
            case PingDelayDisconnect.ID -> {
                PingDelayDisconnect ping = PingDelayDisconnect.read(message.reader());
                closeAt = core.ticker.now() + Math.max(0, ping.disconnectDelay()) * 1000L;
                pong(message, ping.pingId());
            }
            case GetFutureSalts.ID -> {
                int count = GetFutureSalts.read(message.reader()).num();
                int now = (int) core.serverSeconds();
                core.send(new FutureSalts(message.msgId(), now, salts.future(count)));
            }
            case MsgsStateReq.ID ->
                states(message, MsgsStateReq.read(message.reader()).msgIds());
            case MsgResendReq.ID -> resend(message);
            case MsgResendAnsReq.ID -> resendAnswers(message);
            case MsgsStateInfo.ID, MsgsAllInfo.ID -> {}
            case HttpWait.ID -> httpWait = HttpWait.read(message.reader());
            case RpcDropAnswer.ID -> drop(message);
            case DestroySession.ID -> destroy(message, session);
            case DestroyAuthKey.ID -> core.events.add(new ServerEvent.DestroyKey());
            default -> {
                boolean full = core.queries.isFull();
                core.queries.put(message.msgId(), QueryTable.State.RUNNING);
                if (full) {
                    core.fail(message.msgId(), 500, "WORKER_BUSY_TOO_LONG_RETRY");
                } else {
                    waits.take(message.msgId(), message.copy());
                }
            }
        }
    }

    /** Starts another packet of the client's. */
    void start() {
        httpWait = UNASKED;
    }

    HttpWait httpWait() {
        return httpWait;
    }

    long closeAt() {
        return closeAt;
    }

    void connectionChanged() {
        closeAt = Long.MAX_VALUE;
    }

    private void pong(Incoming message, long pingId) {
        core.send(new Pong(message.msgId(), pingId));
    }

    private void states(Incoming message, List<Long> ids) {
        byte[] states = new byte[ids.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = core.queries.status(ids.get(i));
        }
        core.send(new MsgsStateInfo(message.msgId(), TlBytes.of(states)));
    }

    private void resend(Incoming message) {
        List<Long> ids = MsgResendReq.read(message.reader()).msgIds();
        boolean all = true;
        for (long id : ids) {
            all &= core.sendAgain(id);
        }
        if (!all) {
            states(message, ids);
        }
    }

    private void resendAnswers(Incoming message) {
        List<Long> ids = MsgResendAnsReq.read(message.reader()).msgIds();
        boolean all = true;
        for (long id : ids) {
            Unacknowledged.Stored answer = core.unacknowledged.answerTo(id);
            all &= answer != null && core.sendAgain(answer.msgId());
        }
        if (!all) {
            states(message, ids);
        }
    }

    private void drop(Incoming message) {
        long queryId = RpcDropAnswer.read(message.reader()).reqMsgId();
        Unacknowledged.Stored answer = core.unacknowledged.answerTo(queryId);
        if (answer != null) {
            core.unacknowledged.remove(answer.msgId());
            core.again.remove(answer);
            int length = answer.body().length;
            reply(message, ServerCore.written(new RpcAnswerDropped(answer.msgId(), answer.seqNo(), length)));
        } else if (core.queries.find(queryId, QueryTable.State.FAILED) == QueryTable.State.RUNNING) {
            core.queries.put(queryId, QueryTable.State.DROPPED);
            core.events.add(new ServerEvent.Dropped(queryId));
            byte[] dropped = ServerCore.written(new RpcAnswerDroppedRunning());
            core.send(core.result(queryId, dropped), true, queryId);
            reply(message, dropped);
        } else {
            reply(message, ServerCore.written(new RpcAnswerUnknown()));
        }
    }

    private void reply(Incoming message, byte[] result) {
        core.send(core.result(message.msgId(), result), true, message.msgId());
    }

    private void destroy(Incoming message, ServerEngine session) {
        SessionId id = new SessionId(DestroySession.read(message.reader()).sessionId());
        if (id.equals(core.session.sessionId())) {
            session.sessionDestroyed(id, false);
        } else {
            core.events.add(new ServerEvent.DestroySession(id));
        }
    }
}
