package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.SessionId;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server's session: acknowledgements, pushed messages, connections that come and go. */
class ServerLifeTests {

    private final ServerSide side = new ServerSide();

    @Test
    void queriesAreAcknowledgedWithinASecond() {
        long msgId = side.ask(new WrittenObject(Numbered.query(1)));
        side.ask(new Ping(1));
        List<Peer.Got> got = side.receive();
        assertEquals(List.of(msgId), ((MsgsAck) Peer.only(got, MsgsAck.ID).get(0).object()).msgIds());
        long alone = side.ask(new WrittenObject(Numbered.query(1)));
        assertEquals(List.of(), side.receive());
        assertEquals(side.clock.millis() + 1000, side.server.nextDeadline().orElseThrow());
        side.clock.advance(Duration.ofSeconds(1));
        MsgsAck ack = (MsgsAck) side.receive().get(0).object();
        assertEquals(List.of(alone), ack.msgIds());
        assertTrue(side.server.nextDeadline().isEmpty());
    }

    @Test
    void whatIsPushedIsSentAgainOnTheNextConnectionUntilItIsAcknowledged() {
        side.ask(new Ping(1));
        side.receive();
        side.ask(new MsgsAck(List.of()));
        side.server.push(Numbered.answer(1));
        Peer.Got first = side.receive().get(0);
        assertArrayEquals(Numbered.answer(1), first.body());
        assertEquals(1, first.seqNo() & 1);
        side.server.connectionLost();
        side.server.push(Numbered.answer(2));
        side.server.connectionOpened();
        List<Peer.Got> again = side.receive();
        assertEquals(List.of(2L), again.stream().map(got -> Numbered.numberOfAnswer(got.body())).toList());
        side.ask(new MsgsAck(List.of(first.msgId(), again.get(0).msgId())));
        side.server.connectionOpened();
        side.receive().forEach(got -> assertEquals(NewSessionCreated.ID, got.type()));
    }

    @Test
    void aLostConnectionTakesWhatNeedsNoAcknowledgement() {
        side.ask(new Ping(1));
        side.server.connectionLost();
        side.server.connectionOpened();
        List<Peer.Got> got = side.receive();
        assertEquals(1, got.size());
        assertEquals(NewSessionCreated.ID, got.get(0).type());
    }

    @Test
    void aKeyOrASessionIsDestroyedOutside() {
        side.ask(new DestroyAuthKey());
        assertEquals(new ServerEvent.DestroyKey(), side.server.nextEvent());
        side.ask(new DestroySession(5));
        assertInstanceOf(ServerEvent.DestroySession.class, side.server.nextEvent());
        side.receive();
        side.server.keyDestroyed(new DestroyAuthKeyOk());
        side.server.sessionDestroyed(new SessionId(5), true);
        List<Object> told = side.receive().stream().<Object>map(Peer.Got::object).toList();
        assertEquals(List.of(new DestroyAuthKeyOk(), new DestroySessionOk(5)), told);
    }

    @Test
    void theWaitForAPingEndsWithTheConnection() {
        side.ask(new PingDelayDisconnect(1, 10));
        side.receive();
        assertEquals(side.clock.millis() + 10_000, side.server.nextDeadline().orElseThrow());
        side.server.connectionLost();
        side.server.connectionOpened();
        side.receive();
        side.clock.advance(Duration.ofSeconds(11));
        side.server.poll();
        assertEquals(null, side.server.nextEvent());
    }

    @Test
    void aQueryThatCannotBeReadIsAnsweredByAnError() {
        TlWriter writer = new TlWriter();
        writer.writeConstructorId(InvokeAfterMsg.ID);
        writer.writeLong(4);
        long empty = side.ask(new WrittenObject(writer.toByteArray()));
        RpcResult result = results().get(0);
        assertEquals(empty, result.reqMsgId());
        assertEquals(new RpcError(400, "INPUT_FETCH_ERROR"), result.result());
        assertEquals(null, side.server.nextEvent());
    }

    @Test
    void aRepeatedQueryIsAcknowledgedAndItsAnswerComesAgain() {
        byte[] packet = side.packed(new WrittenObject(Numbered.query(1)));
        side.take(packet.clone());
        side.server.answer(side.query().msgId(), Numbered.answer(1));
        side.receive();
        int before = side.packets().size();
        side.take(packet.clone());
        assertEquals(0, before);
        assertEquals(1, side.packets().size());
        side.ask(new MsgsStateReq(List.of(side.idOf(packet))));
        assertEquals(1, side.receive().size());
    }

    private List<RpcResult> results() {
        return Peer.only(side.receive(), RpcResult.ID).stream()
                .map(got -> (RpcResult) got.object())
                .toList();
    }
}
