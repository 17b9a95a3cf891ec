package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroyAuthKeyFail;
import dev.mtproto.tl.schema.DestroyAuthKeyNone;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroyAuthKeyRes;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgNewDetailedInfo;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;

/** Hands a message of the server to the handler of its type; what is no service message is the application's. */
final class Dispatcher {

    private static final int RESULT_HEAD = 12;

    private final Core core;
    private final AckHandler acks;
    private final BadMsgHandler badMsgs;
    private final NewSessionHandler newSessions;
    private final StateHandler states;
    private final DetailedInfoHandler details;
    private final SaltsHandler salts;
    private final PongHandler pongs;
    private final DestroyHandler destroyed;
    private final RpcResultHandler results;

    Dispatcher(Core core, int mostUnpacked) {
        this.core = core;
        this.acks = new AckHandler(core);
        this.badMsgs = new BadMsgHandler(core);
        this.newSessions = new NewSessionHandler(core);
        this.states = new StateHandler(core);
        this.details = new DetailedInfoHandler(core);
        this.salts = new SaltsHandler(core);
        this.pongs = new PongHandler(core);
        this.destroyed = new DestroyHandler(core);
        this.results = new RpcResultHandler(core, mostUnpacked);
    }

    void dispatch(Incoming message) {
        switch (message.type()) {
            case RpcResult.ID -> result(message);
            case MsgsAck.ID -> acks.handle(message);
            case BadMsgNotification.ID -> badMsgs.notification(message);
            case BadServerSalt.ID -> badMsgs.salt(message);
            case NewSessionCreated.ID -> newSessions.handle(message);
            case MsgsStateReq.ID -> states.question(message);
            case MsgsStateInfo.ID -> states.answer(message);
            case MsgsAllInfo.ID -> states.all(message);
            case MsgResendReq.ID -> states.wish(message);
            case MsgDetailedInfo.ID -> details.answer(message);
            case MsgNewDetailedInfo.ID -> details.news(message);
            case FutureSalts.ID -> salts.handle(message);
            case Pong.ID -> pongs.handle(message);
            default -> {
                if (!isDestroyed(message)) {
                    core.events.add(new EngineEvent.Update(message.msgId(), message.copy()));
                }
            }
        }
    }

    /** What comes as the result of a service message is handled as if it came directly; the rest of them says nothing new. */
    private void result(Incoming message) {
        if (results.handle(message)) {
            isDestroyed(message.from(RESULT_HEAD));
        }
    }

    private boolean isDestroyed(Incoming message) {
        switch (message.type()) {
            case DestroySessionOk.ID ->
                destroyed.session(
                        message, DestroySessionOk.read(message.reader()).sessionId(), true);
            case DestroySessionNone.ID ->
                destroyed.session(
                        message, DestroySessionNone.read(message.reader()).sessionId(), false);
            case DestroyAuthKeyOk.ID, DestroyAuthKeyNone.ID, DestroyAuthKeyFail.ID ->
                destroyed.key(message, DestroyAuthKeyRes.read(message.reader()));
            default -> {
                return false;
            }
        }
        return true;
    }
}
