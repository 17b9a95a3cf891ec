package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.binding.TempKeyBinding;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.BadMsgNotification;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.Config;
import dev.mtproto.tl.schema.DestroySession;
import dev.mtproto.tl.schema.DestroySessionNone;
import dev.mtproto.tl.schema.DestroySessionOk;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.MsgsStateInfo;
import dev.mtproto.tl.schema.MsgsStateReq;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcAnswerDropped;
import dev.mtproto.tl.schema.RpcAnswerUnknown;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.transport.Framing;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the embedded data centre says to the messages that clients of all kinds send. */
@Timeout(60)
class ServiceMessageTests {

    private static final Crypto CRYPTO = Cryptos.open(new CryptoSelection.Named("jdk"));
    private static final RsaPrivateKey KEY = CRYPTO.newRsaKey();

    private EmbeddedDataCenter server;
    private RawClient client;
    private ExchangeResult made;
    private EncryptedSession session;

    @BeforeEach
    void connect() {
        server = EmbeddedDataCenter.builder().crypto(CRYPTO).rsaKey(KEY).start();
        client = new RawClient(server, Framing.INTERMEDIATE, CRYPTO);
        made = client.exchange(server, OptionalInt.empty());
        session = client.open(made.key(), made.firstSalt());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void theFirstMessageBeginsASession() {
        long msgId = client.send(new Ping(5));
        NewSessionCreated created = client.await(NewSessionCreated.class);
        assertEquals(msgId, created.firstMsgId());
        assertEquals(made.firstSalt().value(), created.serverSalt());
        assertEquals(new Pong(msgId, 5), client.await(Pong.class));
        client.send(new Ping(6));
        assertEquals(6, client.await(Pong.class).pingId());
        assertEquals(0, client.received.size());
    }

    @Test
    void aContainerIsAnsweredMessageByMessage() {
        PacketBuffer packet = new PacketBuffer();
        ContainerWriter container = session.openContainer(packet);
        long ping = container.add(new Ping(1));
        long query = container.add(new HelpGetNearestDc());
        container.add(new HttpWait(0, 0, 0));
        container.seal();
        client.sendPacket(packet, false);
        assertEquals(ping, client.await(NewSessionCreated.class).firstMsgId());
        assertEquals(ping, client.await(Pong.class).msgId());
        RpcResult result = client.await(RpcResult.class);
        assertEquals(query, result.reqMsgId());
        assertInstanceOf(NearestDc.class, result.result());
    }

    @Test
    void atLeastTwoSaltsAreHandedOut() {
        long msgId = client.send(new GetFutureSalts(1));
        FutureSalts salts = client.await(FutureSalts.class);
        assertEquals(msgId, salts.reqMsgId());
        assertEquals(2, salts.salts().size());
        assertEquals(made.firstSalt().value(), salts.salts().get(0).salt());
    }

    @Test
    void aWrongSaltIsAnsweredWithTheRightOne() {
        session.salt(new Salt(0));
        long msgId = client.send(new HelpGetNearestDc());
        BadServerSalt bad = client.await(BadServerSalt.class);
        assertEquals(msgId, bad.badMsgId());
        assertEquals(made.firstSalt().value(), bad.newServerSalt());
        session.salt(new Salt(bad.newServerSalt()));
        // as gotd does it: the same id again
        PacketBuffer packet = new PacketBuffer();
        session.pack(new HelpGetNearestDc(), msgId, packet);
        client.sendPacket(packet, false);
        assertEquals(msgId, client.await(RpcResult.class).reqMsgId());
    }

    @Test
    void anIdOutOfTimeIsReported() {
        PacketBuffer packet = new PacketBuffer();
        session.pack(new Ping(1), 4, packet);
        client.sendPacket(packet, false);
        BadMsgNotification bad = client.await(BadMsgNotification.class);
        assertEquals(4, bad.badMsgId());
        assertEquals(16, bad.errorCode());
    }

    @Test
    void theStateOfMessagesIsTold() {
        long known = client.send(new Ping(1));
        long own = client.send(new MsgsStateReq(List.of(known, known - 4, known + (60L << 32), known + 1)));
        MsgsStateInfo info = client.await(MsgsStateInfo.class);
        assertEquals(own, info.reqMsgId());
        assertArrayEquals(new byte[] {4 | 16, 1, 3, 1}, info.info().toByteArray());
    }

    @Test
    void anAnswerIsDroppedUnlessItIsAcknowledged() {
        long query = client.send(new HelpGetNearestDc());
        client.await(RpcResult.class);
        long drop = client.send(new RpcDropAnswer(query));
        RpcResult result = client.await(RpcResult.class);
        assertEquals(drop, result.reqMsgId());
        assertInstanceOf(RpcAnswerDropped.class, result.result());
        client.send(new RpcDropAnswer(query));
        assertEquals(new RpcAnswerUnknown(), client.await(RpcResult.class).result());
    }

    @Test
    void anotherSessionCanBeDestroyedButNotTheOwn() {
        client.send(new Ping(1));
        client.await(Pong.class);
        long old = session.sessionId().value();
        session.renew();
        client.send(new DestroySession(old));
        assertEquals(old, client.await(DestroySessionOk.class).sessionId());
        client.send(new DestroySession(session.sessionId().value()));
        client.await(DestroySessionNone.class);
    }

    @Test
    void aQuickAcknowledgementNamesTheMessage() {
        PacketBuffer packet = new PacketBuffer();
        session.pack(new Ping(1), packet);
        client.sendPacket(packet, true);
        client.await(Pong.class);
        assertEquals(session.quickAckToken(), client.quickAck);
    }

    @Test
    void wrappersAreTakenOff() {
        long first = client.send(new HelpGetNearestDc());
        client.await(RpcResult.class);
        client.send(new InvokeAfterMsg<>(first, new InvokeWithoutUpdates<>(new HelpGetConfig())));
        assertInstanceOf(Config.class, client.await(RpcResult.class).result());
    }

    @Test
    void silenceAfterADelayedPingEndsTheConnection() {
        client.send(new PingDelayDisconnect(1, 0));
        client.await(Pong.class);
        client.awaitEnd();
    }

    @Test
    void aKeyThatIsNotKnownIsATransportError() {
        PacketBuffer packet = new PacketBuffer();
        session.pack(new Ping(1), packet);
        packet.array()[packet.offset()] ^= 1;
        client.sendPacket(packet, false);
        client.awaitEnd();
        assertEquals(-404, client.error);
    }

    @Test
    @Tag("T17")
    void anotherKeyFollowsOnAConnectionIfItIsKnown() {
        client.send(new Ping(1));
        assertEquals(1, client.await(Pong.class).pingId());
        try (RawClient other = new RawClient(server, Framing.ABRIDGED, CRYPTO)) {
            ExchangeResult second = other.exchange(server, OptionalInt.empty());
            client.open(second.key(), second.firstSalt());
            client.send(new Ping(2));
            assertEquals(2, client.await(Pong.class).pingId());
        }
        client.open(AuthKey.permanent(new byte[AuthKey.LENGTH], new AuthKeyId(1)), new Salt(0));
        client.send(new Ping(3));
        client.awaitEnd();
        assertEquals(-404, client.error);
    }

    @Test
    @Tag("P3")
    void aTemporaryKeyServesOnceItIsBound() {
        try (RawClient second = new RawClient(server, Framing.ABRIDGED, CRYPTO)) {
            ExchangeResult temporary = second.exchange(server, OptionalInt.of(3600));
            EncryptedSession traffic = second.open(temporary.key(), temporary.firstSalt());
            second.send(new InvokeWithoutUpdates<>(new UpdatesGetState()));
            assertEquals(
                    new RpcError(401, "AUTH_KEY_PERM_EMPTY"),
                    second.await(RpcResult.class).result());
            second.send(new InvokeWithLayer<>(200, new HelpGetNearestDc()));
            assertInstanceOf(NearestDc.class, second.await(RpcResult.class).result());
            long msgId = traffic.newMsgId();
            PacketBuffer packet = new PacketBuffer();
            traffic.pack(
                    TempKeyBinding.request(
                            CRYPTO, made.key(), temporary.key(), traffic.sessionId(), msgId, CRYPTO.random()),
                    msgId,
                    packet);
            second.sendPacket(packet, false);
            assertEquals(new BoolTrue(), second.await(RpcResult.class).result());
            second.send(new UpdatesGetState());
            assertEquals(
                    new UpdatesState(1, 0, 1, 1, 0),
                    second.await(RpcResult.class).result());
        }
    }
}
