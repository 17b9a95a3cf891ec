package dev.mtproto.session.engine;

import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import java.util.ArrayList;
import java.util.List;

/** Makes the service messages about the state of others. */
final class StateMessages {

    private StateMessages() {}

    static Service question(List<Copy> copies) {
        List<Long> ids = new ArrayList<>(copies.size());
        for (Copy copy : copies) {
            ids.add(copy.msgId());
        }
        return new Service(new MsgsStateReq(ids), new Service.Question(copies));
    }

    static Service answer(long questionId, byte[] states) {
        return new Service(new MsgsStateInfo(questionId, TlBytes.of(states)), new Service.Other());
    }

    static Service wish(long msgId) {
        return new Service(new MsgResendReq(List.of(msgId)), new Service.Other());
    }

    /** Answers about ids of the other side; about ids of this side's own making nothing is known. */
    static byte[] states(ReceivedIds received, long[] ids, boolean ownOdd) {
        byte[] states = new byte[ids.length];
        for (int i = 0; i < ids.length; i++) {
            boolean own = ((ids[i] & 1) == 1) == ownOdd;
            states[i] = (byte) (own ? ReceivedIds.NOTHING_KNOWN : received.status(ids[i]));
        }
        return states;
    }
}
