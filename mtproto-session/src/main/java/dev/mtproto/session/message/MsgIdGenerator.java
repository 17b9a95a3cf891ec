package dev.mtproto.session.message;

import java.util.function.IntSupplier;

/**
 * Makes the ids of one side in one session: the server's time, the lowest 22 bits random, strictly increasing. When the
 * clock stands still or steps back, ids go on in steps of 4 from the last one, until the clock has caught up.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#message-identifier-msg-id">Message identifier</a>
 */
final class MsgIdGenerator {

    /** The lowest two bits of a client's id. */
    static final int CLIENT = 0;
    /** The lowest two bits of a server's id in an answer. */
    static final int ANSWER = 1;
    /** The lowest two bits of a server's id in anything else. */
    static final int NOTICE = 3;

    private static final long RANDOM_BITS = (1 << 22) - 1;
    private static final long KIND_BITS = 3;
    /** How far ids may be ahead of the clock before the session is given up; a receiver takes 30 s. */
    private static final long TOLERANCE = FixedTime.ofSeconds(15);

    private final SessionClock clock;
    private final IntSupplier random;
    private long last;

    MsgIdGenerator(SessionClock clock, IntSupplier random) {
        this.clock = clock;
        this.random = random;
    }

    long next(int kind) {
        long id = (clock.now() & ~RANDOM_BITS) | (random.getAsInt() & RANDOM_BITS & ~KIND_BITS) | kind;
        if (Long.compareUnsigned(id, last) <= 0) {
            id = (last & ~KIND_BITS) + 4 | kind;
        }
        if ((int) id == 0) {
            id += 4;
        }
        last = id;
        return id;
    }

    /** Tells whether the ids are so far ahead of the clock that the other side would soon refuse them. */
    boolean isAhead() {
        return last != 0 && last - clock.now() > TOLERANCE;
    }

    /** Starts anew for another session. */
    void reset() {
        last = 0;
    }
}
