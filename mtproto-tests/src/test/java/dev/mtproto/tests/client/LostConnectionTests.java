package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.TransportException;
import dev.mtproto.api.UnansweredException;
import dev.mtproto.api.UnansweredException.Delivery;
import dev.mtproto.client.CallOptions;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call ends, however its connection does. */
@Timeout(60)
class LostConnectionTests {

    private final Setup.Names names = new Setup.Names();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() {
        server = Setup.server()
                .handler(call -> {
                    if (call.function() instanceof UpdatesGetState) {
                        runs.incrementAndGet();
                        asked.countDown();
                        await(release);
                        return Optional.of(RpcReply.of(new UpdatesState(1, 2, 3, 4, 5)));
                    }
                    return Optional.<RpcReply>empty();
                })
                .start();
        client = Setup.client(server)
                .listener(names)
                .retry(Duration.ofMillis(10), Duration.ofSeconds(1))
                .connect();
    }

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        server.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery unanswered(Future<?> call) throws InterruptedException {
        return assertInstanceOf(UnansweredException.class, Setup.failure(call)).delivery();
    }

    @Test
    void whenTheServerClosesTheCallGoesOnOnTheNextConnection() throws InterruptedException {
        CompletableFuture<UpdatesState> call = client.invoke(new UpdatesGetState());
        await(asked);
        server.closeConnections();
        release.countDown();
        assertEquals(1, Setup.get(call).pts());
        assertEquals(1, runs.get());
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
        assertTrue(client.isConnected());
    }

    @Test
    void whenTheClientCloses() throws InterruptedException {
        Future<?> call = client.invoke(new UpdatesGetState());
        await(asked);
        client.close();
        assertNotEquals(Delivery.NEVER_SENT, unanswered(call));
        assertEquals(Delivery.NEVER_SENT, unanswered(client.invoke(new HelpGetNearestDc())));
        assertFalse(client.isConnected());
        client.close();
    }

    @Test
    void whenTheCallerCancelsTheServerIsToldAndNothingElseSuffers() throws InterruptedException {
        CompletableFuture<?> call = client.invoke(new UpdatesGetState());
        await(asked);
        assertTrue(call.cancel(true));
        release.countDown();
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
        await(names.sent("rpc_drop_answer"));
    }

    @Test
    void whenItsTimeIsOver() throws InterruptedException {
        Future<?> call = client.invoke(new UpdatesGetState(), CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(1)));
        await(asked);
        assertNotEquals(Delivery.NEVER_SENT, unanswered(call));
    }

    @Test
    void aClientThatDrainsTakesNoMoreAndWaitsForTheRest() throws InterruptedException {
        CompletableFuture<UpdatesState> call = client.invoke(new UpdatesGetState());
        await(asked);
        assertFalse(client.drain(Duration.ofMillis(10)));
        assertEquals(Delivery.NEVER_SENT, unanswered(client.invoke(new HelpGetNearestDc())));
        release.countDown();
        assertTrue(client.drain(Duration.ofSeconds(30)));
        assertEquals(1, Setup.get(call).pts());
    }

    @Test
    @Tag("P10")
    void whenTheKeyIsForgottenTheSecondRefusalConfirmsIt() throws InterruptedException {
        AuthKey lost = client.authKey();
        assertTrue(server.forgetKey(lost.id()));
        assertEquals(Delivery.UNACKNOWLEDGED, unanswered(client.invoke(new HelpGetNearestDc())));
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
        assertNotEquals(lost.id(), client.authKey().id());
        List<ClientEvent> events = List.copyOf(names.events);
        long refusals = events.stream()
                .filter(event -> event instanceof ClientEvent.Disconnected gone
                        && gone.cause() instanceof TransportException why
                        && why.code() == TransportException.UNKNOWN_KEY)
                .count();
        assertEquals(2, refusals, events.toString());
        assertEquals(
                1, events.stream().filter(ClientEvent.KeyLost.class::isInstance).count());
    }

    @Test
    void whenTheClientDestroysTheKeyItMakesAnother() throws InterruptedException {
        AuthKey before = client.authKey();
        assertInstanceOf(DestroyAuthKeyOk.class, Setup.get(client.invoke(new DestroyAuthKey())));
        CallOptions again = CallOptions.DEFAULT.asRepeatable();
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc(), again)).nearestDc());
        assertNotEquals(before.id(), client.authKey().id());
    }

    @Test
    void anotherKeyThanTheServersIsNotTaken() {
        KeyExchangeException e = assertThrows(
                KeyExchangeException.class,
                () -> Setup.client(server).serverKeys(ServerKeys.telegram()).connect());
        assertEquals(Check.H5, e.check().orElseThrow());
    }
}
