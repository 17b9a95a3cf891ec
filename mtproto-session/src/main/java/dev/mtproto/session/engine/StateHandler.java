package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import java.util.ArrayList;
import java.util.List;

/**
 * Handles {@code msgs_state_req}, {@code msgs_state_info}, {@code msgs_all_info} and {@code msg_resend_req}.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages">Service messages about messages</a>
 */
final class StateHandler {

    private static final int STATE = 7;
    private static final int ANSWER_MADE = 64;

    private final Core core;

    StateHandler(Core core) {
        this.core = core;
    }

    void question(Incoming message) {
        reply(message, ids(MsgsStateReq.read(message.reader()).msgIds()));
    }

    /** Sends what is known again; if anything is not, tells what became of all. */
    void wish(Incoming message) {
        long[] ids = ids(MsgResendReq.read(message.reader()).msgIds());
        List<Copy> known = new ArrayList<>();
        for (long id : ids) {
            Copy copy = message.conversation().log.copy(id);
            if (copy != null && copy.isAwaited()) {
                known.add(copy);
            }
        }
        if (message.conversation() == core.current) {
            known.forEach(copy -> core.repetition.resend(copy, core.now()));
        }
        if (known.size() < ids.length) {
            reply(message, ids);
        }
    }

    @Enforces(Check.R5)
    void answer(Incoming message) {
        MsgsStateInfo info = MsgsStateInfo.read(message.reader());
        SentLog log = message.conversation().log;
        Service asked = log.service(info.reqMsgId());
        if (asked == null || !(asked.purpose instanceof Service.Question question)) {
            return;
        }
        List<Copy> copies = question.copies();
        if (info.info().length() != copies.size()) {
            return;
        }
        log.remove(info.reqMsgId());
        byte[] states = info.info().toByteArray();
        for (int i = 0; i < states.length; i++) {
            take(copies.get(i), states[i], asked.carrier());
        }
    }

    @Enforces(Check.R5)
    void all(Incoming message) {
        MsgsAllInfo info = MsgsAllInfo.read(message.reader());
        byte[] states = info.info().toByteArray();
        if (states.length != info.msgIds().size()) {
            return;
        }
        for (int i = 0; i < states.length; i++) {
            Copy copy = message.conversation().log.copy(info.msgIds().get(i));
            if (copy != null) {
                take(copy, states[i], -1L);
            }
        }
    }

    /** What was sent again together with the question or after it cannot be judged by the answer, unless that is good. */
    private void take(Copy copy, byte state, long askedIn) {
        if (!copy.isAwaited() || copy.conversation != core.current) {
            return;
        }
        long now = core.now();
        int received = state & STATE;
        if (received >= ReceivedIds.NOTHING_KNOWN && received <= ReceivedIds.TOO_HIGH) {
            if (Long.compareUnsigned(copy.carrier(), askedIn) < 0) {
                core.repetition.resend(copy, now);
            }
        } else if (received == ReceivedIds.RECEIVED) {
            core.requests.acknowledged(copy);
            if ((state & ANSWER_MADE) != 0) {
                answerIsMade(copy, now);
            }
        }
    }

    /** The answer is on its way or lost: wait, then have it sent again, then ask for another connection, then give up. */
    private void answerIsMade(Copy copy, long now) {
        core.requests.unhear(copy);
        core.requests.unheard.add(copy, now);
        if (copy.answeredAt == 0) {
            copy.answeredAt = now + 1;
        } else if (now - copy.answeredAt >= core.timings.stateAfter() - 1) {
            copy.answeredAt = now + 1;
            LostAnswer.pursue(copy, core);
        }
    }

    private void reply(Incoming message, long[] ids) {
        if (message.conversation() == core.current) {
            byte[] states = StateMessages.states(message.conversation().received, ids, false);
            core.send(StateMessages.answer(message.msgId(), states));
        }
    }

    private static long[] ids(List<Long> list) {
        return list.stream().mapToLong(Long::longValue).toArray();
    }
}
