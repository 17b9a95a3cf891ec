package dev.mtproto.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MsgIdTests {

    @Test
    void showsItsTimeToTheFraction() {
        assertEquals(Instant.parse("2023-11-14T22:13:20.500Z"), new MsgId(1_700_000_000L << 32 | 1L << 31).time());
    }

    @Test
    void goesOnAfter2038() {
        MsgId before = new MsgId(0x7fff_ffffL << 32);
        MsgId after = new MsgId(0x8000_0000L << 32);
        assertTrue(before.compareTo(after) < 0);
        assertEquals(Instant.ofEpochSecond(0x8000_0000L), after.time());
    }

    @Test
    void tellsTheSideByItsLowestBits() {
        assertTrue(new MsgId(8).isClient());
        assertFalse(new MsgId(8).isServer());
        assertTrue(new MsgId(1).isServer() && new MsgId(3).isServer());
        assertFalse(new MsgId(2).isClient() || new MsgId(2).isServer());
    }
}
