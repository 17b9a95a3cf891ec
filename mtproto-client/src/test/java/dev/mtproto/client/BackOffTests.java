package dev.mtproto.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.SeededRandom;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The waits between attempts. */
class BackOffTests {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Property(tries = 200)
    void theyGrowToTheLimitAndAreShortenedByAHalfAtMost(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
        BackOff backOff = new BackOff(FIRST, LONGEST, new SeededRandom(seed));
        for (int i = 0; i < n; i++) {
            long full = Math.min(60_000, 500L << Math.min(i, 20));
            long wait = backOff.next(0).toMillis();
            assertTrue(wait >= full / 2 && wait <= full, "attempt " + i + " after " + wait + " ms");
        }
    }

    @Property(tries = 200)
    void afterTooManyTheyAreASecondAtLeast(@ForAll long seed) {
        BackOff backOff = new BackOff(Duration.ofMillis(10), LONGEST, new SeededRandom(seed));
        backOff.heard();
        for (int i = 0; i < 10; i++) {
            assertTrue(backOff.next(TransportException.TOO_MANY).toMillis() >= 1000);
        }
    }

    @Test
    void afterAGoodConnectionTheFirstIsAtOnceAndTheSecondIsNot() {
        BackOff backOff = new BackOff(FIRST, LONGEST, new SeededRandom(1));
        for (int i = 0; i < 8; i++) {
            backOff.next(0);
        }
        backOff.heard();
        assertEquals(Duration.ZERO, backOff.next(0));
        long second = backOff.next(0).toMillis();
        assertTrue(second >= 250 && second <= 500, "after " + second + " ms");
    }

    @Test
    void clientsThatFailTogetherDoNotComeBackTogether() {
        long first = new BackOff(FIRST, LONGEST, new SeededRandom(1)).next(0).toMillis();
        boolean differs = false;
        for (int seed = 2; seed < 12; seed++) {
            differs |=
                    new BackOff(FIRST, LONGEST, new SeededRandom(seed)).next(0).toMillis() != first;
        }
        assertTrue(differs);
    }
}
