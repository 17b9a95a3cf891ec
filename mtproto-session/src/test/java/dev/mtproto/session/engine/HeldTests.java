package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that wait for a key, or for others under another key; and when something is due. */
class HeldTests {

    private static final Duration NINE_TENTHS = Duration.ofSeconds(86_400 / 10 * 9 + 1);
    /** Longer than the traffic of a rotation takes, and shorter than the time a replaced key has left. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ClientKeys life = new ClientKeys();

    @Test
    @Tag("P2")
    void aFollowerWaitsForItsPredecessorUnderTheKeyBefore() {
        life.run();
        long first = life.submit(1);
        life.run();
        life.pass(NINE_TENTHS);
        long follower = after(2, first);
        long next = after(3, follower);
        life.run();
        assertEquals(1, life.centre.running.size(), "neither may go to the new key yet");
        life.centre.answerAll(temporary(0));
        life.run();
        assertEquals(
                List.of(2L),
                life.centre.running.stream().map(Centre.Running::number).toList());
        life.centre.answerAll(temporary(1));
        life.run();
        life.centre.answerAll(temporary(1));
        life.run();
        for (long request : List.of(first, follower, next)) {
            assertInstanceOf(Outcome.Answered.class, life.outcomes(request).get(0));
        }
    }

    @Test
    void whatIsHeldIsCancelledAtOnceAndLetsItsFollowersGo() {
        life.run();
        long first = life.submit(1);
        life.run();
        life.pass(NINE_TENTHS);
        long held = after(2, first);
        long follower = after(3, held);
        life.keys.cancel(held);
        life.run();
        assertEquals(List.of(new Outcome.NeverSent(Reason.CANCELLED)), life.outcomes(held));
        assertEquals(
                List.of(1L, 3L),
                life.centre.running.stream().map(Centre.Running::number).toList());
        life.keys.cancel(first);
        life.keys.cancel(first);
        life.run();
        assertEquals(1, life.outcomes(first).size());
        assertEquals(List.of(), life.outcomes(follower));
    }

    @Test
    void whatIsHeldEndsWithTheWhole() {
        long held = life.submit(1);
        life.keys.close();
        life.run();
        assertEquals(List.of(new Outcome.NeverSent(Reason.CLOSED)), life.outcomes(held));
        assertTrue(life.keys.nextDeadline().isEmpty());
    }

    @Test
    void theNextMomentIsThatOfTheReplacementOrOfTheRetry() {
        assertEquals(life.clock.millis(), life.keys.nextDeadline().orElseThrow());
        life.unreachable = true;
        life.run();
        assertEquals(life.clock.millis() + 2_000, life.keys.nextDeadline().orElseThrow());
        life.unreachable = false;
        life.pass(Duration.ofSeconds(2));
        long due = life.keys.nextDeadline().orElseThrow();
        assertEquals(86_400 / 10 * 9, (due - life.clock.millis()) / 1000, 1);
    }

    @Test
    void aReplacedKeyIsClosedAfterTenSecondsAndWhatItHoldsIsUncertain() {
        life.run();
        long stuck = life.keys.submit(Request.of(Numbered.query(1)));
        life.run();
        life.pass(NINE_TENTHS);
        assertEquals(List.of(), life.outcomes(stuck));
        life.pass(Duration.ofSeconds(10).plus(MOMENT));
        assertTrue(life.temporary.get(0).isDestroyed());
        Outcome outcome = life.outcomes(stuck).get(0);
        assertEquals(new Outcome.AcknowledgedUnanswered(Reason.CLOSED), outcome);
    }

    @Test
    void whatMayRunTwiceGoesOnUnderTheNextKey() {
        life.run();
        long often = life.keys.submit(Request.of(Numbered.query(1)).repeatable());
        life.run();
        life.pass(NINE_TENTHS.plusSeconds(10).plus(MOMENT));
        assertEquals(List.of(), life.outcomes(often));
        life.centre.answerAll(temporary(1));
        life.run();
        Outcome.Answered answered =
                assertInstanceOf(Outcome.Answered.class, life.outcomes(often).get(0));
        assertArrayEquals(Numbered.answer(1), answered.result());
    }

    private long after(long number, long request) {
        return life.keys.submit(Request.of(Numbered.query(number)).after(List.of(request)));
    }

    private AuthKeyId temporary(int index) {
        return life.temporary.get(index).id();
    }
}
