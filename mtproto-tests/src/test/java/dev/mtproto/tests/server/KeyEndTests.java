package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.binding.TempKeyBinding;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.testkit.SettableClock;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.AuthDropTempAuthKeys;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key that has ended serves nothing more, on connections that are open already as well. */
@Timeout(60)
class KeyEndTests {

    private final SettableClock clock = new SettableClock(Instant.now());
    private final BlockingQueue<DataCenterEvent> events = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private EmbeddedDataCenter server;
    private RawClient client;

    @BeforeEach
    void start() {
        server = Peers.server()
                .clock(clock)
                .listener(events::add)
                .handler(call -> {
                    asked.countDown();
                    Peers.await(release);
                    return Optional.<RpcReply>empty();
                })
                .start();
        client = Peers.connect(server);
    }

    @AfterEach
    void stop() {
        release.countDown();
        client.close();
        server.close();
    }

    private ExchangeResult begin(OptionalInt expiresIn) {
        ExchangeResult made = client.exchange(server, expiresIn);
        client.open(made.key(), made.firstSalt());
        client.send(new Ping(1));
        assertEquals(1, client.await(Pong.class).pingId());
        return made;
    }

    private void assertEnded(RawClient peer) {
        peer.awaitEnd();
        assertEquals(-404, peer.error);
    }

    private void assertUnknown(ExchangeResult made) {
        try (RawClient other = Peers.connect(server)) {
            other.open(made.key(), made.firstSalt());
            other.send(new Ping(2));
            assertEnded(other);
        }
    }

    @Test
    @Tag("P7")
    @Tag("P11")
    void aTemporaryKeyEndsByItself() throws InterruptedException {
        ExchangeResult made = begin(OptionalInt.of(3600));
        clock.advance(Duration.ofSeconds(3601));
        assertEnded(client);
        assertEquals(
                Check.P11, Peers.await(events, DataCenterEvent.Refused.class).check());
        assertFalse(server.forgetKey(made.key().id()), "it is erased");
        assertUnknown(made);
    }

    @Test
    @Tag("P11")
    void aForgottenKeyEndsAtOnceWithWhatIsInWork() {
        ExchangeResult made = begin(OptionalInt.empty());
        client.send(new HelpGetNearestDc());
        Peers.await(asked);
        assertTrue(server.forgetKey(made.key().id()));
        release.countDown();
        assertEnded(client);
        assertTrue(client.received.stream().noneMatch(RpcResult.class::isInstance));
        assertUnknown(made);
        assertFalse(server.forgetKey(made.key().id()));
    }

    @Test
    @Tag("P11")
    void aDestroyedTemporaryKeyTakesItsPermanentOneAlong() {
        release.countDown();
        ExchangeResult permanent = begin(OptionalInt.empty());
        try (RawClient traffic = Peers.connect(server)) {
            ExchangeResult temporary = traffic.exchange(server, OptionalInt.of(3600));
            bind(traffic, permanent, temporary);
            traffic.send(new DestroyAuthKey());
            assertInstanceOf(DestroyAuthKeyOk.class, traffic.await(DestroyAuthKeyOk.class));
            assertEnded(traffic);
            assertEnded(client);
            assertUnknown(temporary);
        }
        assertFalse(server.forgetKey(new AuthKeyId(permanent.key().id().value())));
    }

    @Test
    @Tag("P3")
    void aReplacedTemporaryKeyServesTenSecondsMore() {
        release.countDown();
        ExchangeResult permanent = begin(OptionalInt.empty());
        try (RawClient first = Peers.connect(server);
                RawClient second = Peers.connect(server)) {
            ExchangeResult before = first.exchange(server, OptionalInt.of(3600));
            bind(first, permanent, before);
            ExchangeResult after = second.exchange(server, OptionalInt.of(3600));
            bind(second, permanent, after);
            clock.advance(Duration.ofMillis(9_999));
            assertInstanceOf(UpdatesState.class, answer(first));
            clock.advance(Duration.ofMillis(1));
            assertEquals(new RpcError(401, "AUTH_KEY_PERM_EMPTY"), answer(first));
            assertInstanceOf(UpdatesState.class, answer(second));
        }
    }

    @Test
    @Tag("P11")
    void othersThatAreDroppedEndAtOnce() {
        release.countDown();
        ExchangeResult permanent = begin(OptionalInt.empty());
        try (RawClient dropped = Peers.connect(server);
                RawClient kept = Peers.connect(server);
                RawClient own = Peers.connect(server)) {
            bind(dropped, permanent, dropped.exchange(server, OptionalInt.of(3600)));
            ExchangeResult named = kept.exchange(server, OptionalInt.of(3600));
            bind(kept, permanent, named);
            bind(own, permanent, own.exchange(server, OptionalInt.of(3600)));
            own.send(new AuthDropTempAuthKeys(List.of(named.key().id().value())));
            assertEquals(new BoolTrue(), own.await(RpcResult.class).result());
            assertEnded(dropped);
            assertInstanceOf(UpdatesState.class, answer(kept));
            assertInstanceOf(UpdatesState.class, answer(own));
            client.send(new Ping(3));
            assertEquals(3, client.await(Pong.class).pingId());
        }
    }

    private static TlObject answer(RawClient peer) {
        peer.send(new UpdatesGetState());
        return peer.await(RpcResult.class).result();
    }

    private static void bind(RawClient traffic, ExchangeResult permanent, ExchangeResult temporary) {
        EncryptedSession session = traffic.open(temporary.key(), temporary.firstSalt());
        long msgId = session.newMsgId();
        PacketBuffer packet = new PacketBuffer();
        session.pack(
                TempKeyBinding.request(
                        Peers.CRYPTO,
                        permanent.key(),
                        temporary.key(),
                        session.sessionId(),
                        msgId,
                        Peers.CRYPTO.random()),
                msgId,
                packet);
        traffic.sendPacket(packet, false);
        assertEquals(new BoolTrue(), traffic.await(RpcResult.class).result());
    }
}
