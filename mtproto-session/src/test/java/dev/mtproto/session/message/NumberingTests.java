package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Message ids, seq_nos, and the clock behind them. */
class NumberingTests {

    private static final long NOW = 1_700_000_000;

    private final FakeClock time = new FakeClock(Instant.ofEpochSecond(NOW, 250_000_000));
    private final SessionClock clock = SessionClock.client(time);
    private final MsgIdGenerator ids = new MsgIdGenerator(clock, new RandomInts(new SeededRandom(3)));

    @ParameterizedTest
    @ValueSource(ints = {MsgIdGenerator.CLIENT, MsgIdGenerator.ANSWER, MsgIdGenerator.NOTICE})
    void idsShowTimeAndKindAndRise(int kind) {
        long last = 0;
        for (int i = 0; i < 5000; i++) {
            long id = ids.next(kind);
            assertTrue(id > last);
            assertEquals(kind, id & 3);
            assertEquals(NOW, id >>> 32);
            assertNotEquals(0, (int) id);
            assertEquals(250, FixedTime.toMillis(id) % 1000, 8);
            last = id;
            if (i % 1000 == 0) {
                time.advance(Duration.ofMillis(1));
            }
        }
    }

    @Test
    void idsOfOneMomentDifferBetweenSources() {
        MsgIdGenerator other = new MsgIdGenerator(clock, new RandomInts(new SeededRandom(4)));
        assertNotEquals(ids.next(0), other.next(0));
    }

    @Test
    void theLowHalfIsNeverZero() {
        FakeClock even = FakeClock.at(NOW);
        MsgIdGenerator zeros = new MsgIdGenerator(SessionClock.client(even), () -> 0);
        assertEquals((NOW << 32) + 4, zeros.next(MsgIdGenerator.CLIENT));
        assertEquals((NOW << 32) + 8, zeros.next(MsgIdGenerator.CLIENT));
    }

    @Test
    void kindsMayAlternate() {
        long answer = ids.next(MsgIdGenerator.ANSWER);
        long notice = ids.next(MsgIdGenerator.NOTICE);
        long again = ids.next(MsgIdGenerator.ANSWER);
        assertTrue(answer < notice && notice < again);
        assertEquals(1, again & 3);
    }

    @Test
    void aSmallStepBackIsLivedThrough() {
        long before = ids.next(0);
        time.advance(Duration.ofSeconds(-5));
        long after = ids.next(0);
        assertEquals(before + 4, after);
        assertFalse(ids.isAhead());
        time.advance(Duration.ofSeconds(10));
        assertEquals(NOW + 5, ids.next(0) >>> 32);
    }

    @Test
    void aLargeCorrectionBackAsksForANewSessionThatShowsTheRightTime() {
        Pair pair = new Pair();
        PacketBuffer out = new PacketBuffer();
        pair.clientClock.synchroniseTo(3600);
        pair.client.pack(new Ping(1), out);
        assertFalse(pair.client.needsNewSession());
        pair.clientClock.synchronise((Pair.NOW << 32) + 1);
        assertTrue(pair.client.needsNewSession());
        long stuck = pair.client.pack(new Ping(1), out);
        assertEquals(Pair.NOW + 3600, stuck >>> 32);
        pair.client.renew();
        assertFalse(pair.client.needsNewSession());
        assertEquals(Pair.NOW, pair.client.pack(new Ping(1), out) >>> 32);
    }

    @Test
    @Tag("R8")
    void theClockIsSetByAuthenticatedMessagesAlone() {
        SessionClock fresh = SessionClock.client(FakeClock.at(Pair.NOW - 70));
        EncryptedSession session =
                Pair.builder(Pair.KEY, Role.CLIENT).clock(fresh).build();
        Pair pair = new Pair();
        byte[] broken = pair.toClient.message(Pair.toClientId(0), 1, Bodies.UPDATE);
        broken[60] ^= 1;
        session.unpack(broken, 0, broken.length, new Recorder());
        byte[] strange = pair.toClient.message(Pair.SALT, 5, Pair.toClientId(0), 1, Bodies.UPDATE);
        session.unpack(strange, 0, strange.length, new Recorder());
        assertFalse(fresh.isSynchronised());
        byte[] good = pair.toClient.message(Pair.toClientId(0), 1, Bodies.UPDATE);
        session.unpack(good, 0, good.length, new Recorder());
        assertTrue(fresh.isSynchronised());
        assertEquals(Duration.ofSeconds(70), fresh.offset());
    }

    @Test
    void laterMessagesRaiseTheOffsetAndNeverLowerIt() {
        clock.observe(FixedTime.ofMillis(time.millis() + 5000));
        clock.observe(FixedTime.ofMillis(time.millis() + 3000));
        assertEquals(5000, clock.offset().toMillis(), 1);
        clock.observe(FixedTime.ofMillis(time.millis() + 9000));
        assertEquals(9000, clock.offset().toMillis(), 1);
        clock.synchronise(FixedTime.ofMillis(time.millis() - 7000));
        assertEquals(-7000, clock.offset().toMillis(), 1);
        clock.synchroniseTo(12);
        assertEquals(time.millis() + 12_000, clock.millis());
    }

    @Test
    void theClockOfAServerTakesNoOffset() {
        SessionClock server = SessionClock.server(time);
        assertTrue(server.isSynchronised());
        assertThrows(IllegalStateException.class, () -> server.synchroniseTo(1));
        assertEquals(Duration.ZERO, server.offset());
    }

    @Test
    void seqNosCountWhatIsContentRelated() {
        SeqNoCounter counter = new SeqNoCounter();
        boolean[] content = {false, true, true, false, true, false, false};
        int[] expected = {0, 1, 3, 4, 5, 6, 6};
        for (int i = 0; i < content.length; i++) {
            assertEquals(expected[i], counter.next(content[i]));
        }
    }

    @Test
    void theTypeDecidesSeqNoAndKindOfId() {
        Pair pair = new Pair();
        PacketBuffer out = new PacketBuffer();
        assertNumbers(pair, Role.CLIENT, pair.client.pack(new HelpGetConfig(), out), out, 1, 0);
        assertNumbers(pair, Role.CLIENT, pair.client.pack(new Ping(1), out), out, 2, 0);
        assertNumbers(pair, Role.CLIENT, pair.client.pack(new HelpGetConfig(), out), out, 3, 0);
        assertNumbers(pair, Role.SERVER, pair.server.pack(new UpdatesTooLong(), out), out, 1, 3);
        assertNumbers(pair, Role.SERVER, pair.server.pack(new Pong(1, 2), out), out, 2, 1);
        assertNumbers(pair, Role.SERVER, pair.server.pack(new RpcResult(4, new UpdatesTooLong()), out), out, 3, 1);
    }

    private static void assertNumbers(Pair pair, Role sender, long msgId, PacketBuffer out, int seqNo, int kind) {
        Recorder recorder = pair.receive(sender.peer(), Pair.packet(out));
        assertEquals(msgId, recorder.messages.get(0).msgId());
        assertEquals(seqNo, recorder.messages.get(0).seqNo());
        assertEquals(kind, msgId & 3);
    }
}
