package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.tl.schema.MsgsStateReq;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an engine keeps has a bound, whatever the other side does. */
@Tag("D1")
class BoundTests {

    @Test
    void acknowledgementsThatCannotBeSent() {
        AckQueue acks = new AckQueue(1000);
        for (int i = 0; i < AckQueue.MOST + 10; i++) {
            acks.add(i, 4, 0);
        }
        Service service = acks.take();
        assertNotNull(service);
        assertEquals(AckQueue.MOST, service.acknowledged().size());
    }

    @Test
    void whatIsRememberedOfTheRecentPast() {
        BoundedMap<Integer, Integer> map = new BoundedMap<>(3);
        for (int i = 0; i < 10; i++) {
            map.put(i, i);
        }
        assertEquals(List.of(7, 8, 9), List.copyOf(map.values()));
    }

    @Test
    void whatAServerKeepsUntilItIsAcknowledged() {
        Unacknowledged kept = new Unacknowledged();
        for (int i = 0; i < 17_000; i++) {
            kept.add(new Unacknowledged.Stored(2 * i + 1, 1, new byte[4], 4 * i));
        }
        assertEquals(16_384, kept.all().size());
        assertNull(kept.find(1));
        byte[] large = new byte[8 << 20];
        for (int i = 17_000; i < 17_020; i++) {
            kept.add(new Unacknowledged.Stored(2 * i + 1, 1, large, 0));
        }
        assertTrue(kept.all().size() <= 8, kept.all().size() + " of 8 MiB each");
    }

    @Test
    void answersToQuestionsThatPileUp() {
        Peer peer = Peer.connected();
        for (int i = 0; i < 400; i++) {
            peer.say(new MsgsStateReq(List.of(1L)));
        }
        assertEquals(256, peer.receive().size());
    }

    @Test
    void requestsThatAreHeldForAKey() {
        FakeClock clock = FakeClock.at(1_780_000_000);
        ForwardSecrecy keys = new KeyLifeBuilder(Keys.CRYPTO)
                .clock(clock, SessionClock.client(clock))
                .limits(new EngineLimits(2, 1000, 5))
                .forwardSecrecy();
        keys.submit(Request.of(Numbered.query(1)));
        keys.submit(Request.of(Numbered.query(1)));
        assertNull(keys.nextEvent());
        long third = keys.submit(Request.of(Numbered.query(1)));
        assertEquals(new EngineEvent.Done(third, new Outcome.NeverSent(Reason.TOO_MANY)), keys.nextEvent());
    }
}
