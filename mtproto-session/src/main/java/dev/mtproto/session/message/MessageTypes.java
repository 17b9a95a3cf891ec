package dev.mtproto.session.message;

import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyFail;
import dev.mtproto.tl.schema.DestroyAuthKeyNone;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.MsgContainer;
import dev.mtproto.tl.schema.MsgCopy;
import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgNewDetailedInfo;
import dev.mtproto.tl.schema.MsgResendAnsReq;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcResult;

/** What the constructor id of a body says about the message around it. */
final class MessageTypes {

    private MessageTypes() {}

    static boolean isContainer(int id) {
        return id == MsgContainer.ID;
    }

    static boolean isCopy(int id) {
        return id == MsgCopy.ID;
    }

    /** Tells whether a body is a container or a copy: an envelope, never content-related. */
    static boolean isEnvelope(int id) {
        return isContainer(id) || isCopy(id);
    }

    /** Tells whether a body is a service query, which a server answers. */
    static boolean isServiceQuery(int id) {
        return switch (id) {
            case Ping.ID,
                    PingDelayDisconnect.ID,
                    GetFutureSalts.ID,
                    RpcDropAnswer.ID,
                    DestroySession.ID,
                    DestroyAuthKey.ID -> true;
            default -> false;
        };
    }

    /** Tells whether a message that this side makes of the body is content-related. */
    static boolean isContentRelated(int id) {
        return !isEnvelope(id) && !isFree(id);
    }

    /** Tells whether the sender of the body may number it odd or even. */
    static boolean isFree(int id) {
        return switch (id) {
            case MsgsAck.ID,
                    Ping.ID,
                    PingDelayDisconnect.ID,
                    Pong.ID,
                    GetFutureSalts.ID,
                    FutureSalts.ID,
                    MsgsStateReq.ID,
                    MsgsStateInfo.ID,
                    MsgsAllInfo.ID,
                    MsgResendReq.ID,
                    MsgResendAnsReq.ID,
                    MsgDetailedInfo.ID,
                    MsgNewDetailedInfo.ID,
                    RpcDropAnswer.ID,
                    DestroySession.ID,
                    DestroySessionOk.ID,
                    DestroySessionNone.ID,
                    DestroyAuthKey.ID,
                    DestroyAuthKeyOk.ID,
                    DestroyAuthKeyNone.ID,
                    DestroyAuthKeyFail.ID,
                    HttpWait.ID,
                    BadMsgNotification.ID,
                    BadServerSalt.ID -> true;
            default -> false;
        };
    }

    /** Tells whether a server's message with this body answers one of the client. */
    static boolean isAnswer(int id) {
        return switch (id) {
            case RpcResult.ID,
                    Pong.ID,
                    FutureSalts.ID,
                    MsgsStateInfo.ID,
                    DestroySessionOk.ID,
                    DestroySessionNone.ID,
                    DestroyAuthKeyOk.ID,
                    DestroyAuthKeyNone.ID,
                    DestroyAuthKeyFail.ID,
                    BadMsgNotification.ID,
                    BadServerSalt.ID -> true;
            default -> false;
        };
    }

    /** Tells whether a client takes the body though its clock calls it out of time: it may be what sets the clock right. */
    static boolean isTimeless(int id) {
        return id == BadMsgNotification.ID || id == BadServerSalt.ID;
    }
}
