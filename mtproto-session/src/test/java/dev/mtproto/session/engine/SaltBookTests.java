package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.tl.schema.FutureSalt;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Which salt is used when, and when more are asked for. */
class SaltBookTests {

    private static final int T = 1_780_000_000;

    private final SaltBook salts = new SaltBook();

    @Test
    void theOneThatBeganLastIsUsedWhileItIsValid() {
        salts.take(List.of(salt(T + 3600, 3), salt(T, 1), salt(T + 1800, 2)));
        assertEquals(OptionalLong.empty(), salts.at(T - 1));
        assertEquals(OptionalLong.of(1), salts.at(T));
        assertEquals(OptionalLong.of(1), salts.at(T + 1799));
        assertEquals(OptionalLong.of(2), salts.at(T + 1800));
        assertEquals(OptionalLong.of(3), salts.at(T + 7199));
        assertEquals(OptionalLong.empty(), salts.at(T + 7200));
        assertEquals(OptionalLong.empty(), salts.at(T), "what is over was forgotten");
    }

    @Test
    void moreAreAskedForBeforeTheLastPeriodBegins() {
        assertTrue(salts.isWanting(T, 0));
        assertEquals(0, salts.askAt(T, 0));
        salts.take(List.of(salt(T, 1), salt(T + 1800, 2)));
        assertFalse(salts.isWanting(T, 0));
        assertEquals(5_000 + (5400 - 1800 + 1) * 1000L, salts.askAt(T, 5_000));
        assertFalse(salts.isWanting(T + 3600, 0));
        assertTrue(salts.isWanting(T + 3601, 0));
        assertEquals(7, salts.askAt(T + 10_000, 7));
    }

    @Test
    void aQuestionIsNotRepeatedForAMinute() {
        salts.asked(1_000);
        assertFalse(salts.isWanting(T, 60_999));
        assertTrue(salts.isWanting(T, 61_000));
        assertEquals(61_000, salts.askAt(T, 2_000));
        assertEquals(70_000, salts.askAt(T, 70_000));
    }

    @Test
    void allAreForgottenAndReplaced() {
        salts.take(List.of(salt(T, 1)));
        salts.forget();
        assertEquals(OptionalLong.empty(), salts.at(T));
        assertTrue(salts.isWanting(T, 0));
        salts.take(List.of(salt(T, 4)));
        assertEquals(OptionalLong.of(4), salts.at(T));
    }

    @Test
    void timesBeyond2038AreUnsigned() {
        int late = (int) 3_000_000_000L;
        salts.take(List.of(new FutureSalt(late, late + 3600, 1), salt(T, 2)));
        assertEquals(OptionalLong.of(2), salts.at(T));
        assertEquals(OptionalLong.of(1), salts.at(3_000_000_000L));
        assertFalse(salts.isWanting(3_000_000_000L, 0));
    }

    private static FutureSalt salt(int since, long value) {
        return new FutureSalt(since, since + 3600, value);
    }
}
