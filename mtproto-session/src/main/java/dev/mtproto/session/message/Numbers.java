package dev.mtproto.session.message;

import dev.mtproto.api.Role;
import java.util.function.IntSupplier;

/** What one side puts on its messages in one session: a msg_id of the right kind, and a seq_no. */
final class Numbers {

    private final Role role;
    private final MsgIdGenerator msgIds;
    private final SeqNoCounter seqNos = new SeqNoCounter();

    Numbers(Role role, SessionClock clock, IntSupplier random) {
        this.role = role;
        this.msgIds = new MsgIdGenerator(clock, random);
    }

    long msgId(boolean answer) {
        int server = answer ? MsgIdGenerator.ANSWER : MsgIdGenerator.NOTICE;
        return msgIds.next(role == Role.CLIENT ? MsgIdGenerator.CLIENT : server);
    }

    int seqNo(boolean contentRelated) {
        return seqNos.next(contentRelated);
    }

    boolean areAhead() {
        return msgIds.isAhead();
    }

    void reset() {
        msgIds.reset();
        seqNos.reset();
    }
}
