package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.RpcAnswerDroppedRunning;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request that was cancelled: the server learns of it, even over a connection that loses packets. */
class CancellationTests {

    private final Peer peer = Peer.connected();

    @Test
    void aLostCancellationIsRepeatedUntilItIsAnswered() {
        long queryId = cancelled();
        Peer.Got first = drops().get(0);
        assertEquals(queryId, ((RpcDropAnswer) first.object()).reqMsgId());
        peer.pass(Duration.ofMillis(9_999));
        assertEquals(List.of(), drops());
        peer.pass(Duration.ofMillis(1));
        List<Peer.Got> again = drops();
        assertEquals(1, again.size());
        assertNotEquals(first.msgId(), again.get(0).msgId());
        assertEquals(first.object(), again.get(0).object());
        peer.say(new RpcResult(first.msgId(), new RpcAnswerDroppedRunning()));
        peer.pass(Duration.ofSeconds(20));
        assertEquals(List.of(), drops());
    }

    @Test
    void aNewConnectionRepeatsItAtOnce() {
        cancelled();
        peer.packets();
        peer.engine.connectionLost();
        assertEquals(List.of(), drops());
        peer.engine.connectionOpened();
        List<Peer.Got> again = drops();
        assertEquals(1, again.size());
        peer.say(new RpcResult(again.get(0).msgId(), new RpcAnswerDroppedRunning()));
        peer.engine.connectionLost();
        peer.engine.connectionOpened();
        assertEquals(List.of(), drops());
    }

    @Test
    void whatIsCancelledWithoutConnectionIsToldOnTheNextOne() {
        long request = peer.submit(1);
        long msgId = Peer.only(peer.receive(), 0x0b5e55ed).get(0).msgId();
        peer.engine.connectionLost();
        peer.engine.cancel(request);
        peer.engine.connectionOpened();
        List<Peer.Got> drops = drops();
        assertEquals(1, drops.size());
        assertEquals(msgId, ((RpcDropAnswer) drops.get(0).object()).reqMsgId());
    }

    @Test
    @Tag("D1")
    void itIsGivenUpAfterFiveTimes() {
        cancelled();
        int times = 0;
        for (int i = 0; i < 10; i++) {
            times += drops().size();
            peer.pass(Duration.ofSeconds(10));
        }
        assertEquals(5, times);
    }

    @Test
    @Tag("D1")
    void atMost256AreRepeated() {
        for (int i = 0; i < 300; i++) {
            long request = peer.submit(1);
            peer.packets();
            peer.engine.cancel(request);
            peer.packets();
        }
        peer.pass(Duration.ofSeconds(10));
        assertEquals(256, drops().size());
    }

    @Test
    void anotherSessionKnowsNothingOfTheQuery() {
        cancelled();
        drops();
        long request = peer.submit(2);
        Peer.Got query = Peer.only(peer.receive(), 0x0b5e55ed).get(0);
        peer.say(new BadMsgNotification(query.msgId(), query.seqNo(), 33));
        peer.follow();
        peer.pass(Duration.ofSeconds(10));
        List<Peer.Got> got = peer.receive();
        assertEquals(1, Peer.only(got, 0x0b5e55ed).size());
        assertEquals(List.of(), Peer.only(got, RpcDropAnswer.ID));
        assertEquals(List.of(), peer.outcomes(request));
    }

    private long cancelled() {
        long request = peer.submit(1);
        long msgId = Peer.only(peer.receive(), 0x0b5e55ed).get(0).msgId();
        peer.engine.cancel(request);
        return msgId;
    }

    private List<Peer.Got> drops() {
        return Peer.only(peer.receive(), RpcDropAnswer.ID);
    }
}
