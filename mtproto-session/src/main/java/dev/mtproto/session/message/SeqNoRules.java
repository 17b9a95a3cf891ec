package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;

/**
 * A server's rules for seq_no. A message is only held against its neighbours in the order of ids, as messages of several
 * connections overtake each other and clients that recover add to their counter.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#message-sequence-number-msg-seqno">Message sequence number</a>
 */
@Enforces(Check.M12)
final class SeqNoRules {

    private SeqNoRules() {}

    /** Returns the code of a message that does not fit between its neighbours, 0 if it does. */
    static int orderFault(ReplayFilter seen, long msgId, int seqNo) {
        if (!follows(seen.seqNoBelow(msgId), seqNo)) {
            return BadMsgCode.SEQ_TOO_LOW;
        }
        return follows(seqNo, seen.seqNoAbove(msgId)) ? 0 : BadMsgCode.SEQ_TOO_HIGH;
    }

    /** Returns the code of a message whose seq_no says the wrong thing about its body, 0 if it does not. */
    static int parityFault(int type, int seqNo) {
        boolean odd = (seqNo & 1) == 1;
        if (odd && MessageTypes.isEnvelope(type)) {
            return BadMsgCode.SEQ_ODD;
        }
        return !odd && MessageTypes.isContentRelated(type) ? BadMsgCode.SEQ_EVEN : 0;
    }

    private static boolean follows(long earlier, long later) {
        return later > earlier || (later == earlier && (later & 1) == 0);
    }
}
