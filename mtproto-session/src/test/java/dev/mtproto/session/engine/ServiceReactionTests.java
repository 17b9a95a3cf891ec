package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.FutureSalt;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The checks R1 to R10: what a service message of the server may bring about, and what not. */
class ServiceReactionTests {

    private static final Salt FIRST = new Salt(7);
    private static final int NOW = 1_780_000_000;

    private final Peer peer = new Peer();

    @Test
    @Tag("R1")
    void aResultOfAnUnknownQueryIsAcknowledgedAndIgnored() {
        open();
        long request = peer.submit(1);
        peer.receive();
        long msgId = peer.answer(4_000_000_000L << 2, Numbered.answer(1));
        assertEquals(List.of(), peer.outcomes(request));
        peer.pass(Duration.ofSeconds(30));
        MsgsAck ack = (MsgsAck) Peer.only(peer.receive(), MsgsAck.ID).get(0).object();
        assertEquals(List.of(msgId), ack.msgIds());
    }

    @Test
    @Tag("R2")
    void complaintsAboutWhatWasNotSentAreIgnored() {
        open();
        SessionId session = peer.engine.sessionId();
        for (int code : new int[] {16, 17, 18, 19, 20, 32, 33, 34, 35, 64, 99}) {
            peer.say(new BadMsgNotification(12_345_678L << 2, 1, code));
        }
        peer.say(new BadServerSalt(12_345_678L << 2, 1, 48, 99));
        assertEquals(session, peer.engine.sessionId());
        assertEquals(FIRST, peer.engine.salt());
    }

    @Test
    @Tag("R3")
    void futureSaltsAreTakenOnlyWhenSoundAndAskedFor() {
        long asked = open();
        FutureSalt good = new FutureSalt(NOW - 10, NOW + 3590, 99);
        FutureSalt backward = new FutureSalt(NOW - 10, NOW - 10, 98);
        peer.say(new FutureSalts(asked + 4, NOW, List.of(good)));
        peer.say(new FutureSalts(asked, NOW, List.of(good, backward)));
        peer.say(new FutureSalts(asked, NOW, Collections.nCopies(65, good)));
        use();
        assertEquals(FIRST, peer.engine.salt());
        peer.say(new FutureSalts(asked, NOW, List.of(good)));
        use();
        assertEquals(new Salt(99), peer.engine.salt());
    }

    @Test
    @Tag("R4")
    void aPongThatAnswersNoPingIsIgnored() {
        open();
        long pingId = peer.engine.ping();
        long msgId = Peer.only(peer.receive(), PingDelayDisconnect.ID).get(0).msgId();
        peer.say(new Pong(msgId, pingId + 1));
        peer.say(new Pong(msgId + 4, pingId));
        assertEquals(List.of(), peer.events(EngineEvent.Pong.class));
        peer.say(new Pong(msgId, pingId));
        peer.say(new Pong(msgId, pingId));
        assertEquals(1, peer.events(EngineEvent.Pong.class).size());
    }

    @Test
    @Tag("R5")
    void statesAreTakenOnlyWhenAskedForAndOneForEachId() {
        open();
        peer.submit(1);
        peer.receive();
        peer.pass(Duration.ofSeconds(10));
        long asked = Peer.only(peer.receive(), MsgsStateReq.ID).get(0).msgId();
        peer.say(new MsgsStateInfo(asked + 4, TlBytes.of((byte) 2)));
        peer.say(new MsgsStateInfo(asked, TlBytes.of((byte) 2, (byte) 2)));
        peer.say(new MsgsStateInfo(asked, TlBytes.EMPTY));
        assertEquals(List.of(), peer.events(EngineEvent.Resent.class));
        peer.say(new MsgsStateInfo(asked, TlBytes.of((byte) 2)));
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
    }

    @Test
    @Tag("R6")
    void aNewSessionIsBelievedOnceAndOnlyWithAnIdOfOurs() {
        open();
        peer.submit(1);
        peer.receive();
        peer.submit(2);
        long second = peer.receive().get(0).msgId();
        peer.say(new NewSessionCreated(second - 400, 1, 8));
        assertEquals(List.of(), peer.events(EngineEvent.Resent.class));
        assertEquals(1, Peer.only(peer.receive(), MsgsStateReq.ID).size());
        peer.say(new NewSessionCreated(second, 2, 8));
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
        peer.receive();
        peer.say(new NewSessionCreated(second, 2, 8));
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
        assertEquals(1, peer.events(EngineEvent.UpdateGap.class).size(), "nothing was before the first session");
    }

    @Test
    @Tag("R7")
    void theSaltIsChangedByNothingElse() {
        long asked = open();
        peer.say(new NewSessionCreated(asked, 1, 8));
        assertEquals(new Salt(8), peer.engine.salt());
        peer.say(new NewSessionCreated(asked, 1, 9));
        peer.say(new BadServerSalt(asked + 4, 0, 48, 10));
        peer.say(new FutureSalts(asked + 4, NOW, List.of(new FutureSalt(NOW - 10, NOW + 3590, 11))));
        peer.say(new Pong(asked, 1));
        use();
        assertEquals(new Salt(8), peer.engine.salt());
        peer.say(new BadServerSalt(asked, 0, 48, 12));
        assertEquals(new Salt(12), peer.engine.salt());
    }

    @Test
    @Tag("R8")
    void theClockIsCorrectedOncePerBeliefAndByGenuineMessagesAlone() {
        open();
        peer.submit(1);
        long first = peer.receive().get(0).msgId();
        peer.submit(2);
        long second = peer.receive().get(0).msgId();
        Peer stranger = new Peer(EngineLimits.DEFAULT, Keys.permanent(2));
        stranger.submit(1);
        byte[] forged = strangersPacket(stranger);
        peer.engine.received(forged, 0, forged.length);
        peer.serverClock.advance(Duration.ofSeconds(100));
        peer.say(new BadMsgNotification(first - 400, 1, 16));
        assertEquals(List.of(), peer.events(EngineEvent.ClockCorrected.class));
        peer.say(new BadMsgNotification(first, 1, 16));
        peer.serverClock.advance(Duration.ofSeconds(-50));
        peer.say(new BadMsgNotification(second, 3, 16));
        List<EngineEvent.ClockCorrected> corrected = peer.events(EngineEvent.ClockCorrected.class);
        assertEquals(1, corrected.size());
        assertEquals(100, corrected.get(0).offset().toSeconds(), 1);
        assertEquals(1, peer.packets().size());
    }

    @Test
    @Tag("R9")
    void aRequestIsSentAgainFiveTimesMoreAndMoreSeldom() {
        open();
        long request = peer.submit(1);
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i <= 5; i++) {
            long wait = i < 2 ? 0 : 1000L << (i - 2);
            if (wait > 0) {
                peer.pass(Duration.ofMillis(wait - 1));
                assertEquals(List.of(), peer.receive());
                peer.pass(Duration.ofMillis(1));
            }
            List<Peer.Got> got = peer.receive();
            assertEquals(1, got.size(), "transmission " + i);
            ids.add(got.get(0).msgId());
            peer.say(new BadServerSalt(got.get(0).msgId(), got.get(0).seqNo(), 48, 7));
        }
        assertEquals(6, ids.stream().distinct().count());
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.RESEND_LIMIT)), peer.outcomes(request));
    }

    @Test
    @Tag("R10")
    void destructionIsReportedOnlyWhenAskedFor() {
        open();
        peer.say(new DestroySessionOk(5));
        peer.say(new DestroyAuthKeyOk());
        peer.engine.destroySession(new SessionId(6));
        peer.say(new DestroySessionOk(5));
        assertEquals(List.of(), peer.events(EngineEvent.SessionDestroyed.class));
        assertEquals(List.of(), peer.events(EngineEvent.KeyDestroyed.class));
        assertEquals(List.of(), peer.events(EngineEvent.Update.class));
        peer.say(new DestroySessionOk(6));
        assertEquals(
                List.of(new EngineEvent.SessionDestroyed(new SessionId(6), true)),
                peer.events(EngineEvent.SessionDestroyed.class));
        peer.engine.destroyAuthKey();
        peer.say(new DestroyAuthKeyOk());
        EngineEvent.KeyDestroyed destroyed =
                peer.events(EngineEvent.KeyDestroyed.class).get(0);
        assertInstanceOf(DestroyAuthKeyOk.class, destroyed.answer());
    }

    @Test
    @Tag("M7")
    void packetsOfAReplacedSessionAreNoFaultForAWhile() {
        open();
        peer.submit(1);
        Peer.Got got = peer.receive().get(0);
        SessionId first = peer.engine.sessionId();
        peer.say(new BadMsgNotification(got.msgId(), got.seqNo(), 33));
        assertNotEquals(first, peer.engine.sessionId());
        peer.pass(Duration.ofSeconds(10));
        peer.say(new Pong(1, 1));
        assertEquals(List.of(), peer.events(EngineEvent.CloseConnection.class));
        peer.pass(Duration.ofSeconds(10));
        peer.say(new Pong(1, 1));
        assertEquals(1, peer.events(EngineEvent.CloseConnection.class).size());
    }

    private static byte[] strangersPacket(Peer stranger) {
        stranger.engine.connectionOpened();
        return stranger.packets().get(0);
    }

    /** Opens the connection, and returns the msg_id of the question for salts. */
    private long open() {
        peer.engine.connectionOpened();
        List<Peer.Got> got = Peer.only(peer.receive(), GetFutureSalts.ID);
        assertTrue(got.size() == 1, "one question for salts");
        return got.get(0).msgId();
    }

    /** Has a packet sent, which takes the salt that is known by now. */
    private void use() {
        peer.submit(100);
        peer.receive();
    }
}
