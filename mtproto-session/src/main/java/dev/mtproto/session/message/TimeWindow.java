package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;

/**
 * The time in which a msg_id is taken: from 300 s before to 30 s after the present, both included.
 *
 * @see <a href="https://core.telegram.org/mtproto/security_guidelines#checking-msg-id">Checking msg_id</a>
 */
@Enforces(Check.M10)
final class TimeWindow {

    private static final long PAST = FixedTime.ofSeconds(300);
    private static final long FUTURE = FixedTime.ofSeconds(30);

    private TimeWindow() {}

    /** Returns code 16 for an id that is too low, 17 for one that is too high, 0 for one that is taken. */
    static int fault(SessionClock clock, long msgId) {
        if (!clock.isSynchronised()) {
            return 0;
        }
        long ahead = msgId - clock.now();
        return ahead < -PAST ? BadMsgCode.ID_TOO_LOW : ahead > FUTURE ? BadMsgCode.ID_TOO_HIGH : 0;
    }
}
