package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.client.CallOptions;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.ConnectionListener;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Temporary keys against a data centre, over sockets: made, bound, replaced, lost. */
@Timeout(60)
class ForwardSecrecyTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final ShiftedClock clock = new ShiftedClock(Instant.ofEpochSecond(1_800_000_000));
    private final BlockingQueue<AuthKeyId> inUse = new LinkedBlockingQueue<>();
    private final List<DataCenterEvent.Answered> answered = new ArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private EmbeddedDataCenter server;
    private MtprotoClient client;

    @BeforeEach
    void connect() {
        server = Setup.server()
                .clock(clock)
                .listener(this::heard)
                .handler(call -> {
                    if (!(call.function() instanceof UpdatesGetState)) {
                        return Optional.<RpcReply>empty();
                    }
                    asked.countDown();
                    await(release);
                    return Optional.of(RpcReply.of(new UpdatesState(1, 2, 3, 4, 5)));
                })
                .start();
        client = Setup.client(server)
                .clock(clock)
                .retry(Duration.ofMillis(10), Duration.ofSeconds(1))
                .forwardSecrecy(new KeyTimings((int) DAY.toSeconds(), 10_000, 10))
                .listener(new ConnectionListener() {
                    @Override
                    public void event(ClientEvent event) {
                        if (event instanceof ClientEvent.KeyInUse used) {
                            inUse.add(used.key());
                        }
                    }
                })
                .connect();
    }

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        server.close();
    }

    private synchronized void heard(DataCenterEvent event) {
        if (event instanceof DataCenterEvent.Answered answer) {
            answered.add(answer);
        }
    }

    private synchronized List<AuthKeyId> keysOf(String method) {
        return answered.stream()
                .filter(answer -> answer.method().equals(method))
                .map(DataCenterEvent.Answered::key)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuthKeyId nextInUse() throws InterruptedException {
        return Objects.requireNonNull(inUse.poll(30, TimeUnit.SECONDS), "no key came into use");
    }

    private void works() throws InterruptedException {
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).nearestDc());
    }

    @Test
    @Tag("P1")
    void thePermanentKeyCarriesNothing() throws InterruptedException {
        works();
        AuthKey permanent = client.authKey();
        assertTrue(permanent.expiresAt().isEmpty());
        AuthKeyId temporary = nextInUse();
        assertNotEquals(permanent.id(), temporary);
        assertEquals(List.of(temporary), keysOf("help.getNearestDc"));
        assertEquals(List.of(temporary), keysOf("auth.bindTempAuthKey"));
    }

    @Test
    void aKeyIsReplacedInTimeAndWhatIsInFlightIsFinishedOnTheOldOne() throws InterruptedException {
        AuthKeyId first = nextInUse();
        CompletableFuture<UpdatesState> inFlight = client.invoke(new UpdatesGetState());
        await(asked);
        clock.advance(Duration.ofSeconds(DAY.toSeconds() * 9 / 10 + 1));
        AuthKeyId second = nextInUse();
        works();
        assertFalse(inFlight.isDone());
        release.countDown();
        assertEquals(1, Setup.get(inFlight).pts());
        assertEquals(List.of(first), keysOf("updates.getState"));
        assertEquals(List.of(second), keysOf("help.getNearestDc"));
    }

    @Test
    void aTemporaryKeyThatTheServerForgotIsReplaced() throws InterruptedException {
        AuthKeyId first = nextInUse();
        AuthKey permanent = client.authKey();
        assertTrue(server.forgetKey(first));
        server.closeConnections();
        // a call shows the client that the key is gone, and goes out under the next one since it may run twice
        CallOptions twice = CallOptions.DEFAULT.asRepeatable();
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc(), twice)).nearestDc());
        AuthKeyId second = nextInUse();
        assertNotEquals(first, second);
        assertEquals(permanent.id(), client.authKey().id());
        assertEquals(List.of(second), keysOf("help.getNearestDc"));
    }
}
