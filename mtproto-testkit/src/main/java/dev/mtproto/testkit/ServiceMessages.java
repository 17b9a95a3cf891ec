package dev.mtproto.testkit;

import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
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
import dev.mtproto.tl.schema.RpcAnswerUnknown;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.List;

/**
 * Answers the service messages; everything else is a query.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages">Service messages</a>
 */
final class ServiceMessages {

    private final Answers answers;

    ServiceMessages(Answers answers) {
        this.answers = answers;
    }

    void handle(Incoming message) {
        TlReader reader = new TlReader(message.body(), 0, message.body().length);
        try {
            dispatch(message, reader.readConstructorId(), reader);
        } catch (TlException e) {
            answers.addError(message.msgId(), 400, "INPUT_FETCH_ERROR");
        }
    }

    private void dispatch(Incoming message, int id, TlReader reader) {
        long msgId = message.msgId();
        switch (id) {
            case MsgsAck.ID, HttpWait.ID, MsgsStateInfo.ID, MsgsAllInfo.ID -> acknowledgeUnlessAck(message, id);
            case Ping.ID -> service(new Pong(msgId, Ping.readBare(reader).pingId()));
            case PingDelayDisconnect.ID -> pingAndStay(msgId, PingDelayDisconnect.readBare(reader));
            case GetFutureSalts.ID ->
                futureSalts(msgId, GetFutureSalts.readBare(reader).num());
            case MsgsStateReq.ID -> states(msgId, MsgsStateReq.readBare(reader).msgIds());
            case MsgResendReq.ID -> states(msgId, MsgResendReq.readBare(reader).msgIds());
            case MsgResendAnsReq.ID ->
                states(msgId, MsgResendAnsReq.readBare(reader).msgIds());
            // answers are sent as soon as they are there, so that none can be dropped
            case RpcDropAnswer.ID -> answers.add(Outgoing.content(new RpcResult(msgId, new RpcAnswerUnknown())));
            case DestroySession.ID ->
                destroySession(DestroySession.readBare(reader).sessionId());
            case DestroyAuthKey.ID -> destroyKey();
            default -> new Query(message, answers).answer();
        }
    }

    private void acknowledgeUnlessAck(Incoming message, int id) {
        if (message.needsAck() && id != MsgsAck.ID) {
            answers.acknowledge(message.msgId());
        }
    }

    private void pingAndStay(long msgId, PingDelayDisconnect ping) {
        service(new Pong(msgId, ping.pingId()));
        answers.connection().keepOpenFor(Duration.ofSeconds(Math.max(0, ping.disconnectDelay())));
    }

    private void futureSalts(long msgId, int count) {
        long now = answers.connection().context().settings().clock().instant().getEpochSecond();
        service(new FutureSalts(msgId, (int) now, answers.key().salts().future(count)));
    }

    private void states(long msgId, List<Long> msgIds) {
        service(new MsgsStateInfo(msgId, TlBytes.of(answers.session().states(msgIds))));
    }

    private void destroySession(long id) {
        boolean other = id != answers.session().id();
        boolean destroyed = other && answers.key().destroySession(id);
        service(destroyed ? new DestroySessionOk(id) : new DestroySessionNone(id));
    }

    private void destroyKey() {
        service(new DestroyAuthKeyOk());
        KeyTable keys = answers.connection().context().keys();
        long id = answers.key().id().value();
        answers.afterwards(() -> keys.remove(id));
    }

    private void service(dev.mtproto.tl.TlObject answer) {
        answers.add(Outgoing.service(answer));
    }
}
