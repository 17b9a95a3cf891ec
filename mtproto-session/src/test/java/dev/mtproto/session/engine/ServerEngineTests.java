package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.api.TlException;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.Refusal;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.MsgResendReq;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcAnswerDropped;
import dev.mtproto.tl.schema.RpcAnswerDroppedRunning;
import dev.mtproto.tl.schema.RpcAnswerUnknown;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server's engine answers. */
class ServerEngineTests {

    private static final SessionId SESSION = new SessionId(42);
    private static final MessageHandler IGNORE = (msgId, seqNo, array, offset, length) -> {};

    private final FakeClock clock = FakeClock.at(1_780_000_000);
    private final SeededRandom random = new SeededRandom(3);
    private final SessionClock time = SessionClock.server(clock);
    private final ServerSalts salts = new ServerSalts(new Salt(7), clock, random);
    private final PacketOpener opener = PacketOpener.of(Keys.CRYPTO, Keys.KEY, Role.SERVER, time, false);
    private final ServerEngine server = new ServerEngine(
            EncryptedSession.builder(Keys.CRYPTO, Keys.KEY, Role.SERVER)
                    .sessionId(SESSION)
                    .salts(salts)
                    .clock(time)
                    .random(random)
                    .build(),
            salts,
            clock,
            random);
    private final EncryptedSession client = EncryptedSession.builder(Keys.CRYPTO, Keys.KEY, Role.CLIENT)
            .sessionId(SESSION)
            .salt(new Salt(7))
            .clock(SessionClock.client(clock))
            .random(random)
            .build();
    private final PacketBuffer buffer = new PacketBuffer();

    @Test
    void theFirstMessageIsToldOfANewSession() {
        long first = ask(new PingDelayDisconnect(1, 75));
        List<TlObject> got = replies();
        NewSessionCreated created = (NewSessionCreated) got.get(0);
        assertEquals(first, created.firstMsgId());
        assertEquals(7, created.serverSalt());
        assertEquals(new Pong(first, 1), got.get(1));
        ask(new PingDelayDisconnect(2, 75));
        assertEquals(1, replies().size());
    }

    @Test
    void aQueryRunsOnceAndItsAnswerComesUntilItIsAcknowledged() {
        byte[] packet = packed(new WrittenObject(Numbered.query(1)));
        take(packet.clone());
        ServerEvent.Query query = (ServerEvent.Query) server.nextEvent();
        assertArrayEquals(Numbered.query(1), query.body());
        server.answer(query.msgId(), Numbered.answer(1));
        server.answer(query.msgId(), Numbered.answer(2));
        assertEquals(1, results(replies()).size());
        take(packet.clone());
        assertNull(server.nextEvent());
        assertEquals(0, results(replies()).size(), "the client has it already");
        server.connectionLost();
        server.connectionOpened();
        assertTrue(server.nextPacket(buffer));
        long[] odd = {0};
        client.unpack(buffer.array(), buffer.offset(), buffer.length(), new MessageHandler() {
            @Override
            public void message(long msgId, int seqNo, byte[] array, int offset, int length) {}

            @Override
            public void duplicate(long msgId, int seqNo) {
                ask(new MsgsAck(List.of(msgId)));
                odd[0]++;
            }
        });
        assertEquals(2, odd[0], "the session and the answer");
        server.connectionOpened();
        assertEquals(List.of(), replies());
    }

    @Test
    void anAnswerIsDroppedWhereItStands() {
        ask(new WrittenObject(Numbered.query(1)));
        ServerEvent.Query running = (ServerEvent.Query) server.nextEvent();
        long drop = ask(new RpcDropAnswer(running.msgId()));
        assertInstanceOf(ServerEvent.Dropped.class, server.nextEvent());
        List<RpcResult> dropped = results(replies());
        assertEquals(
                List.of(running.msgId(), drop),
                dropped.stream().map(RpcResult::reqMsgId).toList());
        dropped.forEach(result -> assertInstanceOf(RpcAnswerDroppedRunning.class, result.result()));
        server.answer(running.msgId(), Numbered.answer(1));
        assertEquals(List.of(), results(replies()));
        ask(new WrittenObject(Numbered.query(2)));
        ServerEvent.Query done = (ServerEvent.Query) server.nextEvent();
        server.answer(done.msgId(), ServerCore.written(new Pong(1, 2)));
        replies();
        ask(new RpcDropAnswer(done.msgId()));
        RpcAnswerDropped taken = (RpcAnswerDropped) results(replies()).get(0).result();
        assertEquals(32, taken.bytes());
        ask(new RpcDropAnswer(done.msgId()));
        assertInstanceOf(RpcAnswerUnknown.class, results(replies()).get(0).result());
    }

    @Test
    void statesAreToldAndUnknownMessagesToo() {
        long running = ask(new WrittenObject(Numbered.query(1)));
        replies();
        long asked = ask(new MsgsStateReq(List.of(running, running - 400, running + (1L << 40), 3L)));
        MsgsStateInfo info = (MsgsStateInfo) replies().get(0);
        assertEquals(asked, info.reqMsgId());
        assertArrayEquals(new byte[] {4 | 32, 1, 3, 1}, info.info().toByteArray());
        server.answer(running, ServerCore.written(new Pong(1, 2)));
        replies();
        ask(new MsgsStateReq(List.of(running)));
        assertArrayEquals(
                new byte[] {4 | 32 | 64},
                ((MsgsStateInfo) replies().get(0)).info().toByteArray());
        ask(new MsgResendReq(List.of(5L)));
        assertInstanceOf(MsgsStateInfo.class, replies().get(0));
    }

    @Test
    void whatIsWrongIsToldAndNotRemembered() {
        client.salt(new Salt(8));
        long refused = ask(new WrittenObject(Numbered.query(1)));
        BadServerSalt salt = (BadServerSalt) replies().get(0);
        assertEquals(refused, salt.badMsgId());
        assertEquals(7, salt.newServerSalt());
        client.salt(new Salt(7));
        ServerEvent.Refused told = assertInstanceOf(ServerEvent.Refused.class, server.nextEvent());
        assertEquals(Check.M11, told.refusal().check());
        assertNull(server.nextEvent());
        ask(new WrittenObject(Numbered.query(1)));
        assertInstanceOf(ServerEvent.Query.class, server.nextEvent());
        byte[] late = packed(new WrittenObject(Numbered.query(2)));
        clock.advance(Duration.ofSeconds(400));
        take(late);
        assertTrue(
                replies().stream().anyMatch(reply -> reply instanceof BadMsgNotification bad && bad.errorCode() == 16));
    }

    @Test
    void saltsSessionsAndTheConnectionAreLookedAfter() {
        long asked = ask(new GetFutureSalts(3));
        FutureSalts answer = (FutureSalts) replies().get(1);
        assertEquals(asked, answer.reqMsgId());
        assertEquals(3, answer.salts().size());
        ask(new DestroySession(SESSION.value()));
        assertEquals(new DestroySessionNone(SESSION.value()), replies().get(0));
        ask(new DestroySession(9));
        assertEquals(new ServerEvent.DestroySession(new SessionId(9)), server.nextEvent());
        ask(new PingDelayDisconnect(1, 75));
        clock.advance(Duration.ofSeconds(74));
        ask(new PingDelayDisconnect(2, 75));
        clock.advance(Duration.ofSeconds(74));
        server.poll();
        assertNull(server.nextEvent());
        clock.advance(Duration.ofSeconds(1));
        server.poll();
        assertEquals(new ServerEvent.CloseConnection(0), server.nextEvent());
    }

    @Test
    void overHttpAResponseMayBeHeldAndMayBeEmpty() {
        ask(new PingDelayDisconnect(1, 75));
        assertEquals(new HttpWait(0, 0, 25_000), server.httpWait());
        ask(new HttpWait(30, 10, 0));
        assertEquals(new HttpWait(30, 10, 0), server.httpWait());
        PacketBuffer packet = new PacketBuffer();
        ContainerWriter container = client.openContainer(packet);
        container.add(new HttpWait(1, 2, 3));
        container.add(new HttpWait(4, 5, 6));
        container.seal();
        take(Arrays.copyOfRange(packet.array(), packet.offset(), packet.offset() + packet.length()));
        assertEquals(new HttpWait(4, 5, 6), server.httpWait(), "the last one counts");
        assertEquals(2, replies().size());
        server.emptyPacket(buffer);
        List<Long> messages = new ArrayList<>();
        MessageHandler handler = new MessageHandler() {
            @Override
            public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
                messages.add(msgId);
            }

            @Override
            public void refused(Refusal refusal) {
                throw new AssertionError(refusal.toString());
            }
        };
        client.unpack(buffer.array(), buffer.offset(), buffer.length(), handler);
        assertEquals(List.of(), messages);
    }

    private byte[] packed(TlObject object) {
        client.pack(object, buffer);
        byte[] packet = new byte[buffer.length()];
        System.arraycopy(buffer.array(), buffer.offset(), packet, 0, packet.length);
        return packet;
    }

    private long ask(TlObject object) {
        long msgId = client.newMsgId();
        PacketBuffer out = new PacketBuffer();
        client.pack(object, msgId, out);
        byte[] packet = new byte[out.length()];
        System.arraycopy(out.array(), out.offset(), packet, 0, packet.length);
        take(packet);
        return msgId;
    }

    private void take(byte[] packet) {
        assertTrue(opener.open(packet, 0, packet.length, IGNORE));
        server.received(opener);
    }

    private List<TlObject> replies() {
        List<TlObject> replies = new ArrayList<>();
        while (server.nextPacket(buffer)) {
            client.unpack(buffer.array(), buffer.offset(), buffer.length(), (msgId, seqNo, array, offset, length) -> {
                TlObject reply = readable(array, offset, length);
                if (reply != null && !(reply instanceof MsgsAck)) {
                    replies.add(reply);
                }
            });
        }
        return replies;
    }

    /** Reads a reply; the answers of the model are no objects of the schema, and stand for the result that holds them. */
    private static TlObject readable(byte[] array, int offset, int length) {
        TlReader reader = new TlReader(array, offset, length, MtprotoSchema.INSTANCE);
        try {
            return reader.readObject();
        } catch (TlException e) {
            TlReader head = new TlReader(array, offset, length);
            head.skip(4);
            return new RpcResult(head.readLong(), new RpcAnswerUnknown());
        }
    }

    private static List<RpcResult> results(List<TlObject> replies) {
        return replies.stream()
                .filter(RpcResult.class::isInstance)
                .map(RpcResult.class::cast)
                .toList();
    }
}
