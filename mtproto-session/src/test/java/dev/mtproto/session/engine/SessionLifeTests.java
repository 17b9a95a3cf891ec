package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An engine from its connections to its end: what it forgets, what it keeps, and what it refuses. */
class SessionLifeTests {

    private static final int QUERY = 0x0b5e55ed;

    private final Peer peer = Peer.connected();

    @Test
    void aClosedEngineTakesNothing() {
        long request = peer.submit(1);
        peer.engine.close();
        peer.engine.close();
        assertEquals(List.of(new Outcome.NeverSent(Reason.CLOSED)), peer.outcomes(request));
        assertThrows(IllegalStateException.class, () -> peer.submit(2));
        assertThrows(IllegalStateException.class, peer.engine::ping);
        assertThrows(IllegalStateException.class, peer.engine::destroyAuthKey);
        assertThrows(IllegalStateException.class, () -> peer.engine.destroySession(new SessionId(1)));
        assertEquals(List.of(), peer.packets());
        peer.say(new UpdatesTooLong());
        assertEquals(List.of(), peer.events(EngineEvent.Update.class));
        assertTrue(peer.engine.nextDeadline().isEmpty());
    }

    @Test
    void aLostConnectionTakesItsServiceMessagesWithIt() {
        peer.engine.ping();
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        assertEquals(List.of(), Peer.only(peer.receive(), PingDelayDisconnect.ID));
    }

    @Test
    void aWishIsRepeatedOnEachConnectionUntilItIsGranted() {
        peer.engine.destroySession(new SessionId(9));
        assertEquals(1, Peer.only(peer.receive(), DestroySession.ID).size());
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        Peer.Got wish = Peer.only(peer.receive(), DestroySession.ID).get(0);
        peer.say(new RpcResult(wish.msgId(), new DestroySessionOk(9)));
        assertEquals(
                List.of(new EngineEvent.SessionDestroyed(new SessionId(9), true)),
                peer.events(EngineEvent.SessionDestroyed.class));
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        assertEquals(List.of(), Peer.only(peer.receive(), DestroySession.ID));
    }

    @Test
    void aRepeatedMessageIsAcknowledgedAgainAtOnce() {
        byte[] packet = peer.packed(new UpdatesTooLong());
        peer.engine.received(packet.clone(), 0, packet.length);
        peer.pass(Duration.ofSeconds(30));
        Object first = Peer.only(peer.receive(), MsgsAck.ID).get(0).object();
        peer.engine.received(packet.clone(), 0, packet.length);
        assertEquals(first, Peer.only(peer.receive(), MsgsAck.ID).get(0).object());
        assertEquals(1, peer.events(EngineEvent.Update.class).size());
    }

    @Test
    @Tag("M10")
    void aMessageFromThePastMakesTheEngineAskOnceIn5Seconds() {
        peer.serverClock.advance(Duration.ofSeconds(-400));
        for (int i = 0; i < 3; i++) {
            peer.say(new UpdatesTooLong());
        }
        assertEquals(1, pings());
        peer.clock.advance(Duration.ofMillis(4_999));
        peer.say(new UpdatesTooLong());
        assertEquals(0, pings());
        peer.clock.advance(Duration.ofMillis(1));
        peer.say(new UpdatesTooLong());
        assertEquals(1, pings());
        assertEquals(0, peer.events(EngineEvent.ClockCorrected.class).size());
    }

    @Test
    void anotherSessionKeepsTheSaltAndEndsTheOneBefore() {
        long request = peer.submit(1);
        Peer.Got got = Peer.only(peer.receive(), QUERY).get(0);
        peer.say(new BadServerSalt(got.msgId(), got.seqNo(), 48, 99));
        got = Peer.only(peer.receive(), QUERY).get(0);
        SessionId before = peer.engine.sessionId();
        peer.say(new BadMsgNotification(got.msgId(), got.seqNo(), 33));
        assertNotEquals(before, peer.engine.sessionId());
        assertEquals(new Salt(99), peer.engine.salt());
        peer.follow();
        peer.pass(Duration.ofSeconds(1));
        long again = Peer.only(peer.receive(), QUERY).get(0).msgId();
        peer.pass(Duration.ofMillis(8_999));
        assertEquals(List.of(), Peer.only(peer.receive(), DestroySession.ID));
        peer.pass(Duration.ofMillis(1));
        DestroySession destroy = (DestroySession)
                Peer.only(peer.receive(), DestroySession.ID).get(0).object();
        assertEquals(before.value(), destroy.sessionId());
        peer.answer(again, Numbered.answer(1));
        assertEquals(1, peer.outcomes(request).size());
    }

    @Test
    void quickAcksBelongToAConnectionAndToRequestsThatWishForThem() {
        PacketBuffer out = new PacketBuffer();
        peer.submit(1);
        assertTrue(peer.engine.nextPacket(out));
        assertFalse(peer.engine.wantsQuickAck());
        List<Long> wishing = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            peer.submit(2);
            wishing.add(peer.engine.submit(Request.of(Numbered.query(2)).withQuickAck()));
        }
        assertTrue(peer.engine.nextPacket(out));
        assertTrue(peer.engine.wantsQuickAck());
        peer.engine.cancel(wishing.remove(1));
        peer.engine.quickAcked(peer.engine.quickAckToken());
        assertEquals(
                wishing,
                peer.events(EngineEvent.QuickAcked.class).stream()
                        .map(EngineEvent.QuickAcked::requestId)
                        .toList());
        peer.engine.submit(Request.of(Numbered.query(2)).withQuickAck());
        peer.packets();
        int token = peer.engine.quickAckToken();
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        peer.engine.quickAcked(token);
        assertEquals(2, peer.events(EngineEvent.QuickAcked.class).size());
        peer.packets();
        assertFalse(peer.engine.wantsQuickAck(), "no packet was made");
    }

    @Test
    @Tag("D1")
    void theRoomOfARequestIsFreeAgainWhenItEnds() {
        Peer small = Peer.connected(new EngineLimits(10, 32, 5));
        long first = small.engine.submit(Request.of(new byte[16]));
        long second = small.engine.submit(Request.of(new byte[16]));
        long third = small.engine.submit(Request.of(new byte[4]));
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_MANY)), small.outcomes(third));
        small.engine.cancel(first);
        small.engine.submit(Request.of(new byte[16]));
        assertEquals(2, small.engine.pendingRequests());
        assertEquals(List.of(), small.outcomes(second));
    }

    @Test
    @Tag("D1")
    void theLargestRequestLeavesRoomForWhatGoesAroundIt() {
        int longest = 1_044_480 - 128 - 64;
        byte[] noise = new byte[longest + 4];
        new SplittableRandom(1).nextBytes(noise);
        long tooLarge = peer.engine.submit(Request.of(noise));
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_LARGE)), peer.outcomes(tooLarge));
        byte[] fits = Arrays.copyOf(noise, longest);
        long large = peer.engine.submit(Request.of(fits));
        long before = peer.submit(1);
        long chained = peer.engine.submit(Request.of(fits).after(List.of(before)));
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_LARGE)), peer.outcomes(chained));
        byte[] sent = peer.receive().stream()
                .filter(got -> got.body().length == longest)
                .findFirst()
                .orElseThrow()
                .body();
        assertArrayEquals(fits, sent);
        assertEquals(List.of(), peer.outcomes(large));
    }

    @Test
    void aRequestIsMadeOfAFunctionOrOfItsBytes() {
        assertArrayEquals(ServerCore.written(new HelpGetConfig()), Request.of(new HelpGetConfig()).query());
        assertEquals("Request[4 bytes]", Request.of(new HelpGetConfig()).toString());
        assertThrows(IllegalArgumentException.class, () -> Request.of(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> Request.of(new byte[6]));
        assertEquals("Answered[8 bytes]", new Outcome.Answered(new byte[8]).toString());
        assertEquals("Update[3, 8 bytes]", new EngineEvent.Update(3, new byte[8]).toString());
        assertEquals("Query[3, 8 bytes]", new ServerEvent.Query(3, new byte[8]).toString());
    }

    private int pings() {
        // the server's clock is far behind: it reads nothing, so that packets are counted by their number
        return peer.packets().size();
    }
}
