package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mtproto.api.SessionId;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of {@code bad_msg_notification}, about single messages and about containers of two. */
class BadMsgTests {

    private static final int QUERY = 0x0b5e55ed;

    private final Peer peer = Peer.connected();
    private final SessionId before = peer.engine.sessionId();
    private final List<Long> oldIds = new ArrayList<>();
    private long once;
    private long often;

    @ParameterizedTest
    @CsvSource({"16,false", "16,true"})
    void tooLowCorrectsTheClockAndTheSessionGoesOn(int code, boolean together) {
        peer.serverClock.advance(Duration.ofSeconds(1000));
        refuse(code, together);
        assertEquals(before, peer.engine.sessionId());
        assertCorrected(1000);
        assertSentAgain(2);
    }

    @ParameterizedTest
    @CsvSource({"17,false", "17,true"})
    void tooHighCorrectsTheClockAndStartsAnotherSession(int code, boolean together) {
        peer.serverClock.advance(Duration.ofSeconds(-100));
        refuse(code, together);
        assertRenewed();
        assertCorrected(-100);
        assertSentAgain(2);
    }

    @ParameterizedTest
    @CsvSource({
        "18,false",
        "18,true",
        "32,false",
        "32,true",
        "33,false",
        "33,true",
        "34,false",
        "34,true",
        "35,false",
        "35,true",
        "48,false",
        "48,true",
        "99,false",
        "99,true"
    })
    void confusionStartsAnotherSession(int code, boolean together) {
        refuse(code, together);
        assertRenewed();
        assertSentAgain(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aReusedContainerIdLeavesOpenWhatRan(boolean together) {
        refuse(19, together);
        assertRenewed();
        assertSentAgain(0);
        peer.pass(Duration.ofSeconds(10));
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.UNCERTAIN)), peer.outcomes(once));
        assertEquals(List.of(), peer.outcomes(often));
        assertSentAgain(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tooOldLeavesOpenWhatRan(boolean together) {
        refuse(20, together);
        assertEquals(before, peer.engine.sessionId());
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.UNCERTAIN)), peer.outcomes(once));
        assertEquals(List.of(), peer.outcomes(often));
        assertSentAgain(1);
    }

    @Test
    void anInvalidContainerGoesAgainInSinglePackets() {
        refuse(64, true);
        assertEquals(before, peer.engine.sessionId());
        List<byte[]> packets = peer.packets();
        assertEquals(2, packets.size());
        for (byte[] packet : packets) {
            List<Peer.Got> got = new ArrayList<>();
            long id = peer.packetId(packet);
            peer.deliver(packet, got);
            assertEquals(id, got.get(0).msgId(), "no container around it");
        }
    }

    @Test
    void aRefusedAcknowledgementGoesAgainWithItsIds() {
        long update = peer.say(new UpdatesTooLong());
        peer.pass(Duration.ofSeconds(30));
        Peer.Got acks = Peer.only(peer.receive(), MsgsAck.ID).get(0);
        peer.say(new BadMsgNotification(acks.msgId(), acks.seqNo(), 16));
        MsgsAck again = (MsgsAck) Peer.only(peer.receive(), MsgsAck.ID).get(0).object();
        assertEquals(List.of(update), again.msgIds());
    }

    @Test
    void aRefusedServiceMessageGoesAgainFourTimes() {
        peer.engine.ping();
        int times = 0;
        List<Peer.Got> pings = Peer.only(peer.receive(), PingDelayDisconnect.ID);
        for (; !pings.isEmpty(); times++) {
            Peer.Got ping = pings.get(0);
            peer.say(new BadMsgNotification(ping.msgId(), ping.seqNo(), 16));
            pings = Peer.only(peer.receive(), PingDelayDisconnect.ID);
        }
        assertEquals(5, times);
    }

    @Test
    void whatWentOutAgainIsNotTouchedByAComplaintAboutTheFirstContainer() {
        refuse(16, true);
        assertSentAgain(2);
        peer.say(new BadMsgNotification(oldIds.get(oldIds.size() - 1), 0, 16));
        assertSentAgain(0);
        assertEquals(2, peer.events(EngineEvent.Resent.class).size());
    }

    @Test
    void aComplaintAboutWhatIsLongPastIsIgnored() {
        peer.engine.ping();
        Peer.Got ping = Peer.only(peer.receive(), PingDelayDisconnect.ID).get(0);
        peer.pass(Duration.ofSeconds(301));
        peer.engine.ping();
        peer.receive();
        peer.say(new BadMsgNotification(ping.msgId(), ping.seqNo(), 33));
        assertEquals(before, peer.engine.sessionId());
    }

    @ParameterizedTest
    @CsvSource({"400,16", "-40,17"})
    void aServerSaysThemAboutAMessageAndAboutAContainer(int seconds, int code) {
        ServerSide side = new ServerSide();
        side.ask(new Ping(1));
        side.receive();
        byte[] single = side.packed(new Ping(2));
        byte[] container = side.packedTogether(new Ping(3), new Ping(4));
        side.clock.advance(Duration.ofSeconds(seconds));
        for (byte[] packet : List.of(single, container)) {
            long id = side.idOf(packet);
            side.take(packet);
            List<Peer.Got> got = Peer.only(side.receive(), BadMsgNotification.ID);
            assertEquals(1, got.size());
            BadMsgNotification bad = (BadMsgNotification) got.get(0).object();
            assertEquals(id, bad.badMsgId());
            assertEquals(code, bad.errorCode());
        }
    }

    /** Sends two requests, of which one may run twice, and refuses them. */
    private void refuse(int code, boolean together) {
        once = peer.submit(1);
        List<byte[]> packets = new ArrayList<>(together ? List.of() : peer.packets());
        often = peer.engine.submit(Request.of(Numbered.query(2)).repeatable());
        packets.addAll(peer.packets());
        assertEquals(together ? 1 : 2, packets.size());
        List<Long> refused = packets.stream().map(peer::packetId).toList();
        List<Peer.Got> lost = new ArrayList<>();
        packets.forEach(packet -> peer.deliver(packet, lost));
        lost.forEach(got -> oldIds.add(got.msgId()));
        oldIds.addAll(refused);
        refused.forEach(id -> peer.say(new BadMsgNotification(id, 1, code)));
    }

    private void assertRenewed() {
        assertEquals(1, peer.events(EngineEvent.SessionRenewed.class).size());
        assertFalse(before.equals(peer.engine.sessionId()));
        peer.follow();
    }

    private void assertCorrected(long seconds) {
        List<EngineEvent.ClockCorrected> corrected = peer.events(EngineEvent.ClockCorrected.class);
        assertEquals(1, corrected.size());
        assertEquals(seconds, corrected.get(0).offset().toSeconds(), 1);
    }

    /** Asserts how many queries go out again, all under other ids. */
    private void assertSentAgain(int count) {
        List<Peer.Got> got = peer.receive();
        List<Peer.Got> queries = Peer.only(got, QUERY);
        assertEquals(count, queries.size());
        assertEquals(List.of(), Peer.only(got, MsgsStateReq.ID));
        queries.forEach(query -> assertFalse(oldIds.contains(query.msgId())));
    }
}
