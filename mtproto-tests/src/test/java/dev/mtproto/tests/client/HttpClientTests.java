package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.client.UpdateListener;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.transport.socket.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client over HTTP: what comes unasked, what takes long, what is lost. */
@Timeout(60)
class HttpClientTests {

    private final CompletableFuture<RpcReply> late = new CompletableFuture<>();
    private final BlockingQueue<TlObject> updates = new LinkedBlockingQueue<>();
    private EmbeddedDataCenter server;

    @BeforeEach
    void start() {
        server = Setup.server()
                .handler(call -> call.function() instanceof HelpGetNearestDc
                        ? Optional.of(RpcReply.later(late))
                        : Optional.empty())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MtprotoClientBuilder client() {
        return Setup.client(server)
                .transport(Transport.http())
                .retry(Duration.ofMillis(10), Duration.ofSeconds(1))
                .updates(new UpdateListener() {
                    @Override
                    public void update(TlObject update) {
                        updates.add(update);
                    }
                });
    }

    private void comes(int number, MtprotoClient client) throws InterruptedException {
        assertTrue(server.push(client.authKey().id(), client.sessionId(), new UpdatesState(number, 0, 0, 0, 0)));
        TlObject update = updates.poll(30, TimeUnit.SECONDS);
        assertNotNull(update, "no update came");
        assertEquals(number, ((UpdatesState) update).pts());
    }

    @Test
    void updatesComeByThemselves() throws InterruptedException {
        try (MtprotoClient client = client().connect()) {
            assertEquals(2, Setup.get(client.invoke(new HelpGetConfig())).thisDc());
            for (int i = 1; i <= 20; i++) {
                comes(i, client);
            }
        }
    }

    @Test
    void aCallThatTakesLongHindersNoOther() throws InterruptedException {
        try (MtprotoClient client = client().connect()) {
            CompletableFuture<NearestDc> slow = client.invoke(new HelpGetNearestDc());
            for (int i = 0; i < 20; i++) {
                assertEquals(i, Setup.get(client.invoke(new Ping(i))).pingId());
            }
            late.complete(RpcReply.of(new NearestDc("XX", 3, 4)));
            assertEquals(4, Setup.get(slow).nearestDc());
        }
    }

    @Test
    void manyCallsAreUnderWayAtOnce() throws InterruptedException {
        try (MtprotoClient client = client().connect()) {
            List<CompletableFuture<Pong>> calls = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                calls.add(client.invoke(new Ping(i)));
            }
            for (int i = 0; i < 300; i++) {
                assertEquals(i, Setup.get(calls.get(i)).pingId());
            }
        }
    }

    @Test
    void aLostConnectionIsMadeAnew() throws InterruptedException {
        try (MtprotoClient client = client().connect()) {
            assertEquals(1, Setup.get(client.invoke(new Ping(1))).pingId());
            comes(1, client);
            server.closeConnections();
            assertEquals(2, Setup.get(client.invoke(new Ping(2))).pingId());
            comes(2, client);
        }
    }

    @Test
    void temporaryKeysAreMadeAndBound() throws InterruptedException {
        try (MtprotoClient client = client().forwardSecrecy(KeyTimings.DEFAULT).connect()) {
            assertEquals(2, Setup.get(client.invoke(new HelpGetConfig())).thisDc());
            assertEquals(5, Setup.get(client.invoke(new Ping(5))).pingId());
        }
    }
}
