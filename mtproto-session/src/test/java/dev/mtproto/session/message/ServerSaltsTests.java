package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Salt;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.schema.FutureSalt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The salts of a key over time. */
@Tag("M11")
class ServerSaltsTests {

    private static final long START = 1_700_000_000;

    private final FakeClock time = FakeClock.at(START);
    private final ServerSalts salts = new ServerSalts(new Salt(9), time, new SeededRandom(8));

    @Test
    void takesPreviousPresentAndNext() {
        List<FutureSalt> row = salts.future(4);
        assertEquals(9, salts.current());
        assertTrue(salts.accepts(9) && salts.accepts(row.get(1).salt()));
        assertFalse(salts.accepts(row.get(2).salt()) || salts.accepts(1));
        time.advance(Duration.ofSeconds(1799));
        assertEquals(9, salts.current());
        time.advance(Duration.ofSeconds(1));
        assertEquals(row.get(1).salt(), salts.current());
        assertTrue(salts.accepts(9) && salts.accepts(row.get(2).salt()));
        assertFalse(salts.accepts(row.get(3).salt()));
        time.advance(Duration.ofSeconds(1800));
        assertEquals(row.get(2).salt(), salts.current());
        assertFalse(salts.accepts(9));
        assertTrue(salts.accepts(row.get(1).salt()));
    }

    @Test
    void handsOutFromThePresentOneOn() {
        time.advance(Duration.ofSeconds(2000));
        List<FutureSalt> row = salts.future(3);
        assertEquals(3, row.size());
        for (int i = 0; i < 3; i++) {
            int since = (int) START + 1800 * (i + 1);
            assertEquals(new FutureSalt(since, since + 3600, row.get(i).salt()), row.get(i));
        }
        assertEquals(salts.current(), row.get(0).salt());
        assertEquals(row, salts.future(3));
        assertEquals(2, salts.future(0).size());
        assertEquals(64, salts.future(Integer.MAX_VALUE).size());
    }

    @Test
    void aLongSilenceEndsAllOldSalts() {
        List<FutureSalt> row = salts.future(64);
        time.advance(Duration.ofDays(900));
        assertNotEquals(9, salts.current());
        assertTrue(row.stream().noneMatch(entry -> salts.accepts(entry.salt())));
        assertTrue(salts.accepts(salts.current()));
        assertEquals(0, (salts.future(2).get(0).validSince() - START) % 1800);
    }

    @Test
    void aClockThatStepsBackChangesNothing() {
        time.advance(Duration.ofSeconds(4000));
        long current = salts.current();
        time.advance(Duration.ofSeconds(-10_000));
        assertTrue(salts.accepts(current));
    }
}
