package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.TlVector;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgNewDetailedInfo;
import dev.mtproto.tl.schema.MsgResendAnsReq;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcDropAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the body of a service message against its shape, without reading it into an object: whoever reads it afterwards
 * finds all of it, and nothing behind it.
 */
@Enforces({Check.M13, Check.M16, Check.D2})
final class ServiceShape {

    private static final int ID = 4;
    private static final int FUTURE_SALTS_HEAD = ID + 16;
    private static final int FUTURE_SALT = 16;

    private ServiceShape() {}

    /** Returns the rule that a body breaks; null for a body that is right, and for every type that is not known here. */
    static @Nullable Check fault(int id, byte[] array, int offset, int length) {
        int fixed = fixedLength(id);
        if (fixed != 0) {
            return length == fixed ? null : Check.M13;
        }
        return switch (id) {
            case MsgsAck.ID, MsgsStateReq.ID, MsgResendReq.ID, MsgResendAnsReq.ID ->
                idsFault(array, offset, length, false);
            case MsgsAllInfo.ID -> idsFault(array, offset, length, true);
            case MsgsStateInfo.ID -> bytesFault(array, offset + 12, length - 12);
            case FutureSalts.ID -> futureSaltsFault(array, offset, length);
            default -> null;
        };
    }

    private static int fixedLength(int id) {
        return switch (id) {
            case DestroyAuthKey.ID -> ID;
            case GetFutureSalts.ID -> ID + 4;
            case Ping.ID, RpcDropAnswer.ID, DestroySession.ID, DestroySessionOk.ID, DestroySessionNone.ID -> ID + 8;
            case PingDelayDisconnect.ID, HttpWait.ID -> ID + 12;
            case Pong.ID, BadMsgNotification.ID, MsgNewDetailedInfo.ID -> ID + 16;
            case BadServerSalt.ID, NewSessionCreated.ID, MsgDetailedInfo.ID -> ID + 24;
            default -> 0;
        };
    }

    private static @Nullable Check idsFault(byte[] array, int offset, int length, boolean bytesFollow) {
        int head = ID + 8;
        if (length < head || WireBytes.getInt(array, offset + ID) != TlVector.ID) {
            return Check.M13;
        }
        int count = WireBytes.getInt(array, offset + ID + 4);
        if (count < 0 || count > MessageIds.MOST) {
            return Check.M16;
        }
        int rest = length - head - count * Long.BYTES;
        return bytesFollow ? bytesFault(array, offset + length - rest, rest) : rest == 0 ? null : Check.M13;
    }

    private static @Nullable Check bytesFault(byte[] array, int offset, int length) {
        return TlBytesSlice.contentLength(array, offset, length) < 0 ? Check.M13 : null;
    }

    private static @Nullable Check futureSaltsFault(byte[] array, int offset, int length) {
        if (length < FUTURE_SALTS_HEAD) {
            return Check.M13;
        }
        int count = WireBytes.getInt(array, offset + FUTURE_SALTS_HEAD - 4);
        int rest = length - FUTURE_SALTS_HEAD;
        return rest % FUTURE_SALT == 0 && rest / FUTURE_SALT == count ? null : Check.M13;
    }
}
