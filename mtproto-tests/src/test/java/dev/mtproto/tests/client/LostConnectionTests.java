package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.TransportException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroyAuthKeyOk;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call ends, however its connection does. */
@Timeout(60)
class LostConnectionTests {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() {
        server = Setup.server()
                .handler(call -> {
                    if (call.function() instanceof UpdatesGetState) {
                        asked.countDown();
                        await(release);
                    }
                    return Optional.<RpcReply>empty();
                })
                .start();
        client = Setup.client(server).connect();
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

    private Future<?> unanswered() {
        CompletableFuture<?> call = client.invoke(new UpdatesGetState());
        await(asked);
        return call;
    }

    @Test
    void whenTheServerCloses() throws InterruptedException {
        Future<?> call = unanswered();
        server.closeConnections();
        assertInstanceOf(TransportException.class, Setup.failure(call));
        assertFalse(client.isOpen());
        assertInstanceOf(TransportException.class, Setup.failure(client.invoke(new HelpGetNearestDc())));
    }

    @Test
    void whenTheClientCloses() throws InterruptedException {
        Future<?> call = unanswered();
        client.close();
        assertInstanceOf(TransportException.class, Setup.failure(call));
        assertInstanceOf(TransportException.class, Setup.failure(client.invoke(new HelpGetNearestDc())));
        client.close();
    }

    @Test
    void whenTheKeyIsForgotten() throws InterruptedException {
        assertTrue(server.forgetKey(client.authKey().id()));
        Throwable failure = Setup.failure(client.invoke(new HelpGetNearestDc()));
        assertEquals(-404, assertInstanceOf(TransportException.class, failure).code());
    }

    @Test
    void whenTheClientDestroysTheKey() throws InterruptedException {
        assertInstanceOf(DestroyAuthKeyOk.class, Setup.get(client.invoke(new DestroyAuthKey())));
        Throwable failure = Setup.failure(client.invoke(new HelpGetNearestDc()));
        assertEquals(-404, assertInstanceOf(TransportException.class, failure).code());
    }

    @Test
    void anotherKeyThanTheServersIsNotTaken() {
        KeyExchangeException e = assertThrows(
                KeyExchangeException.class,
                () -> Setup.client(server).serverKeys(ServerKeys.telegram()).connect());
        assertEquals(Check.H5, e.check().orElseThrow());
    }
}
