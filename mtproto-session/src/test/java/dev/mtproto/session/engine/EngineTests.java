package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.MsgDetailedInfo;
import dev.mtproto.tl.schema.MsgNewDetailedInfo;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsAllInfo;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.UpdatesTooLong;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the engine sends, and how it reacts. */
class EngineTests {

    private final Peer peer = Peer.connected();

    @Test
    void anAnswerAnErrorAndAGzippedOneEndTheirRequests() {
        List<Long> requests = List.of(peer.submit(1), peer.submit(2), peer.submit(3));
        List<Peer.Got> got = peer.receive();
        byte[] large = Numbered.answer(3);
        peer.answer(got.get(0).msgId(), Numbered.answer(1));
        peer.answer(got.get(1).msgId(), Numbered.answer(7));
        peer.answer(got.get(2).msgId(), Gzip.pack(large, 0, large.length));
        peer.answer(got.get(2).msgId(), Numbered.answer(1));
        assertArrayEquals(Numbered.answer(1), answered(requests.get(0)));
        RpcException error = ((Outcome.Refused) peer.outcomes(requests.get(1)).get(0)).error();
        assertEquals("FLOOD_WAIT", error.type());
        assertEquals(7, error.argument().getAsInt());
        assertEquals(420, error.code());
        assertArrayEquals(large, answered(requests.get(2)));
        assertEquals(1, peer.outcomes(requests.get(2)).size());
    }

    @Test
    void acknowledgementsWaitForCompanyForNumbersOrForTheTime() {
        long msgId = peer.say(new UpdatesTooLong());
        assertEquals(List.of(), peer.receive());
        peer.submit(1);
        MsgsAck ack = (MsgsAck) Peer.only(peer.receive(), MsgsAck.ID).get(0).object();
        assertEquals(List.of(msgId), ack.msgIds());
        for (int i = 0; i < 16; i++) {
            peer.say(new UpdatesTooLong());
        }
        assertEquals(List.of(), peer.receive());
        peer.say(new UpdatesTooLong());
        ack = (MsgsAck) Peer.only(peer.receive(), MsgsAck.ID).get(0).object();
        assertEquals(17, ack.msgIds().size());
        assertEquals(18, peer.events(EngineEvent.Update.class).size());
        Peer idle = Peer.connected();
        idle.say(new UpdatesTooLong());
        idle.pass(Duration.ofSeconds(29));
        assertEquals(List.of(), idle.receive());
        idle.pass(Duration.ofSeconds(1));
        assertEquals(1, Peer.only(idle.receive(), MsgsAck.ID).size());
    }

    @Test
    void aRefusedContainerGoesAgainWithAllThatWasInIt() {
        peer.wantedSalt = 8;
        List<Long> requests = List.of(peer.submit(1), peer.submit(2), peer.submit(3));
        peer.wantedSalt = 0;
        List<byte[]> packets = peer.packets();
        assertEquals(1, packets.size());
        long containerId = peer.packetId(packets.get(0));
        peer.say(new BadServerSalt(containerId, 6, 48, 8));
        List<Peer.Got> again = peer.receive();
        assertEquals(3, again.size());
        assertTrue(again.get(0).msgId() > containerId);
        again.forEach(one -> peer.answer(one.msgId(), Numbered.answer(1)));
        requests.forEach(request -> assertEquals(1, peer.outcomes(request).size()));
    }

    @Test
    void aClockThatIsHoursOffConvergesInTwoExchanges() {
        for (int hours : new int[] {-5, 5}) {
            Peer skewed = Peer.connected();
            skewed.clock.advance(Duration.ofHours(hours));
            long request = skewed.submit(1);
            List<byte[]> packets = skewed.packets();
            assertEquals(1, packets.size());
            long msgId = skewed.packetId(packets.get(0));
            skewed.say(new BadMsgNotification(msgId, 1, hours < 0 ? 16 : 17));
            if (hours > 0) {
                skewed.follow();
            }
            List<Peer.Got> got = Peer.only(skewed.receive(), 0x0b5e55ed);
            assertEquals(1, got.size(), "sent again, " + hours + " hours off");
            skewed.answer(got.get(0).msgId(), Numbered.answer(1));
            assertEquals(1, skewed.outcomes(request).size());
        }
    }

    @Test
    @Tag("M10")
    void aClockThatIsALittleBehindDoesNotLockItselfOut() {
        peer.clock.advance(Duration.ofSeconds(-90));
        peer.say(new UpdatesTooLong());
        assertEquals(List.of(), peer.events(EngineEvent.Update.class));
        assertEquals(1, peer.events(EngineEvent.ReconnectWanted.class).size());
        peer.say(new UpdatesTooLong());
        assertEquals(1, peer.events(EngineEvent.Update.class).size());
    }

    @Test
    void whatMayBeLostGoesAgainUnderItsIdInAContainer() {
        long request = peer.submit(1);
        Peer.Got first = peer.receive().get(0);
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        Peer.Got question = Peer.only(peer.receive(), MsgsStateReq.ID).get(0);
        assertEquals(List.of(first.msgId()), ((MsgsStateReq) question.object()).msgIds());
        peer.say(new MsgsStateInfo(question.msgId(), TlBytes.of((byte) 3)));
        List<byte[]> packets = peer.packets();
        assertEquals(1, packets.size());
        peer.answer(first.msgId(), Numbered.answer(1));
        assertEquals(1, peer.outcomes(request).size());
        assertEquals(1, peer.events(EngineEvent.Resent.class).size());
    }

    @Test
    void statesOfOwnMessagesAreToldAndTheOtherWayRound() {
        long known = peer.say(new UpdatesTooLong());
        long unknown = known + (1L << 33);
        long asked = peer.say(new MsgsStateReq(List.of(known, unknown, 4L)));
        MsgsStateInfo info = (MsgsStateInfo)
                Peer.only(peer.receive(), MsgsStateInfo.ID).get(0).object();
        assertEquals(asked, info.reqMsgId());
        assertArrayEquals(new byte[] {4, 3, 1}, info.info().toByteArray());
        long request = peer.submit(1);
        long msgId = peer.receive().get(0).msgId();
        peer.say(new MsgsAllInfo(List.of(msgId), TlBytes.of((byte) 4)));
        peer.engine.cancel(request);
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.CANCELLED)), peer.outcomes(request));
    }

    @Test
    void whatTheServerWishesAgainIsSentAgain() {
        peer.submit(1);
        long msgId = peer.receive().get(0).msgId();
        peer.say(new MsgResendReq(List.of(msgId)));
        assertEquals(1, peer.packets().size());
        long asked = peer.say(new MsgResendReq(List.of(msgId, msgId + 4)));
        MsgsStateInfo info = (MsgsStateInfo)
                Peer.only(peer.receive(), MsgsStateInfo.ID).get(0).object();
        assertEquals(asked, info.reqMsgId());
        assertEquals(2, info.info().length());
    }

    @Test
    void anAnnouncedAnswerIsAskedForUnlessItIsHere() {
        peer.submit(1);
        long msgId = peer.receive().get(0).msgId();
        long answerId = msgId + (1L << 32) + 1;
        peer.say(new MsgDetailedInfo(msgId, answerId, 100, 0));
        MsgResendReq wish =
                (MsgResendReq) Peer.only(peer.receive(), MsgResendReq.ID).get(0).object();
        assertEquals(List.of(answerId), wish.msgIds());
        long here = peer.say(new UpdatesTooLong());
        peer.receive();
        peer.say(new MsgNewDetailedInfo(here, 100, 0));
        List<Peer.Got> got = peer.receive();
        assertEquals(List.of(), Peer.only(got, MsgResendReq.ID));
        assertEquals(1, Peer.only(got, MsgsAck.ID).size());
    }

    @Test
    void aChainNamesItsPredecessorAndWaitsAfterATimeOut() {
        long first = peer.submit(1);
        long second = peer.engine.submit(Request.of(Numbered.query(2)).after(List.of(first)));
        List<Peer.Got> got = peer.receive();
        assertEquals(2, got.size());
        TlReader follower = new TlReader(got.get(1).body(), 0, got.get(1).body().length);
        follower.expectConstructorId(InvokeAfterMsg.ID);
        assertEquals(got.get(0).msgId(), follower.readLong());
        byte[] timeOut = ServerCore.written(new RpcError(400, "MSG_WAIT_TIMEOUT"));
        peer.answer(got.get(1).msgId(), timeOut);
        assertEquals(List.of(), Peer.only(peer.receive(), InvokeAfterMsg.ID));
        peer.answer(got.get(0).msgId(), Numbered.answer(1));
        List<Peer.Got> again = Peer.only(peer.receive(), 0x0b5e55ed);
        assertEquals(1, again.size());
        peer.answer(again.get(0).msgId(), Numbered.answer(2));
        assertArrayEquals(Numbered.answer(2), answered(second));
    }

    @Test
    void cancellingTellsTheServerOnlyWhatItKnows() {
        long unsent = peer.submit(1);
        peer.engine.cancel(unsent);
        assertEquals(List.of(), peer.receive());
        assertEquals(List.of(new Outcome.NeverSent(Reason.CANCELLED)), peer.outcomes(unsent));
        long sent = peer.submit(2);
        long msgId = peer.receive().get(0).msgId();
        peer.engine.cancel(sent);
        RpcDropAnswer drop = (RpcDropAnswer)
                Peer.only(peer.receive(), RpcDropAnswer.ID).get(0).object();
        assertEquals(msgId, drop.reqMsgId());
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.CANCELLED)), peer.outcomes(sent));
        long acked = peer.submit(3);
        peer.say(new MsgsAck(List.of(peer.receive().get(0).msgId())));
        peer.engine.close();
        assertEquals(List.of(new Outcome.AcknowledgedUnanswered(Reason.CLOSED)), peer.outcomes(acked));
    }

    @Test
    void aQueryIsPackedOnlyWhenThatIsShorter() {
        byte[] noise = new byte[40_000];
        new SplittableRandom(1).nextBytes(noise);
        assertSame(noise, Packing.shorter(noise));
        byte[] shortNoise = Arrays.copyOf(noise, 4000);
        assertSame(shortNoise, Packing.shorter(shortNoise));
        byte[] little = new byte[255];
        assertSame(little, Packing.shorter(little));
        peer.engine.submit(Request.of(new byte[400_000]));
        List<byte[]> packets = peer.packets();
        assertTrue(packets.get(0).length < 1000, packets.get(0).length + " bytes");
        byte[] packed = Packing.shorter(new byte[40_000]);
        assertArrayEquals(new byte[40_000], Gzip.unpack(packed, 0, packed.length, 40_000));
    }

    @Test
    void anInvalidContainerIsSentInSinglePacketsThenInAnotherSession() {
        peer.submit(1);
        peer.submit(2);
        long containerId = peer.packetId(peer.packets().get(0));
        peer.say(new BadMsgNotification(containerId, 4, 64));
        List<byte[]> single = peer.packets();
        assertEquals(2, single.size());
        peer.submit(3);
        peer.submit(4);
        long another = peer.packetId(peer.packets().get(0));
        peer.say(new BadMsgNotification(another, 8, 64));
        assertEquals(1, peer.events(EngineEvent.SessionRenewed.class).size());
    }

    @Test
    void codesThatShowConfusionStartAnotherSession() {
        for (int code : new int[] {18, 32, 33, 34, 35, 99}) {
            Peer one = Peer.connected();
            long request = one.submit(1);
            Peer.Got got = one.receive().get(0);
            SessionId before = one.engine.sessionId();
            one.say(new BadMsgNotification(got.msgId(), got.seqNo(), code));
            assertNotEquals(before, one.engine.sessionId(), "code " + code);
            one.follow();
            List<Peer.Got> again = Peer.only(one.receive(), 0x0b5e55ed);
            assertEquals(1, again.size(), "code " + code);
            assertEquals(1, again.get(0).seqNo());
            one.answer(again.get(0).msgId(), Numbered.answer(1));
            assertEquals(1, one.outcomes(request).size());
        }
    }

    @Test
    void whatMayHaveRunIsNotSentUnderAnotherIdUnlessItIsRepeatable() {
        long once = peer.submit(1);
        long often = peer.engine.submit(Request.of(Numbered.query(2)).repeatable());
        for (Peer.Got got : Peer.only(peer.receive(), 0x0b5e55ed)) {
            peer.say(new BadMsgNotification(got.msgId(), got.seqNo(), 20));
        }
        assertEquals(List.of(new Outcome.SentUnacknowledged(Reason.UNCERTAIN)), peer.outcomes(once));
        assertEquals(List.of(), peer.outcomes(often));
        assertEquals(1, peer.receive().size());
    }

    @Test
    void aSilentConnectionIsGivenUp() {
        peer.pass(Duration.ofSeconds(59));
        peer.receive();
        peer.pass(Duration.ofSeconds(1));
        PingDelayDisconnect ping = (PingDelayDisconnect)
                Peer.only(peer.receive(), PingDelayDisconnect.ID).get(0).object();
        assertEquals(75, ping.disconnectDelay());
        assertEquals(List.of(), peer.events(EngineEvent.ReconnectWanted.class));
        peer.pass(Duration.ofSeconds(15));
        assertEquals(1, peer.events(EngineEvent.ReconnectWanted.class).size());
    }

    @Test
    @Tag("T7")
    void aQuickAckIsTakenForAPacketThatAskedForIt() {
        long request = peer.engine.submit(Request.of(Numbered.query(1)).withQuickAck());
        PacketBuffer out = new PacketBuffer();
        assertTrue(peer.engine.nextPacket(out));
        assertTrue(peer.engine.wantsQuickAck());
        int token = peer.engine.quickAckToken();
        peer.engine.quickAcked(token ^ 1);
        assertEquals(List.of(), peer.events(EngineEvent.QuickAcked.class));
        peer.engine.quickAcked(token);
        peer.engine.quickAcked(token);
        assertEquals(List.of(new EngineEvent.QuickAcked(request)), peer.events(EngineEvent.QuickAcked.class));
    }

    @Test
    @Tag("D1")
    void beyondTheLimitsNothingIsTaken() {
        Peer small = Peer.connected(new EngineLimits(2, 100, 5));
        small.submit(1);
        small.submit(2);
        long third = small.submit(3);
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_MANY)), small.outcomes(third));
        Peer narrow = Peer.connected(new EngineLimits(10, 100, 5));
        long wide = narrow.engine.submit(Request.of(new byte[104]));
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_MANY)), narrow.outcomes(wide));
        byte[] noise = new byte[1_044_480];
        new SplittableRandom(1).nextBytes(noise);
        long huge = peer.engine.submit(Request.of(noise));
        assertEquals(List.of(new Outcome.NeverSent(Reason.TOO_LARGE)), peer.outcomes(huge));
    }

    @Test
    @Tag("D1")
    void aContainerHoldsNoMoreThanItMay() {
        for (int i = 0; i < 2100; i++) {
            peer.submit(1);
        }
        List<byte[]> packets = peer.packets();
        assertTrue(packets.size() >= 3, packets.size() + " packets");
        packets.forEach(packet -> assertTrue(packet.length < 40_000, packet.length + " bytes"));
    }

    private byte[] answered(long request) {
        return ((Outcome.Answered) peer.outcomes(request).get(0)).result();
    }
}
