package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that ask for more than they read. */
@Timeout(60)
class SlowReaderTests {

    /** No answer for so long, in milliseconds: there is none under way. */
    private static final int QUIET = 400;

    private static final int QUERIES = 200;
    private static final int LENGTH = 1 << 20;
    private static final int HELD_FROM = 4 * LENGTH;

    private final BlockingQueue<DataCenterEvent> events = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private EmbeddedDataCenter server;

    private void start(DataCenterLimits limits) {
        server = Peers.server()
                .limits(limits)
                .listener(events::add)
                .handler(this::answer)
                .start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.close();
    }

    private Optional<RpcReply> answer(RpcCall call) {
        if (!(call.function() instanceof HelpGetNearestDc)) {
            return Optional.empty();
        }
        byte[] noise = new byte[LENGTH];
        new Random(calls.incrementAndGet()).nextBytes(noise);
        return Optional.of(writer -> {
            writer.writeConstructorId(NearestDc.ID);
            writer.raw(noise, 0, noise.length);
        });
    }

    @Test
    @Tag("D6")
    void aClientThatDoesNotReadIsClosedAndHoldsUpNobody() throws InterruptedException {
        start(DataCenterLimits.builder()
                .outgoing(HELD_FROM)
                .write(Duration.ofSeconds(3))
                .build());
        try (RawClient slow = Peers.client(server);
                RawClient other = Peers.client(server)) {
            for (int i = 0; i < QUERIES / 4; i++) {
                slow.send(new HelpGetNearestDc());
            }
            while (events.poll(QUIET, TimeUnit.MILLISECONDS) != null) {
                // until no more of them is run, or all have: then more waits to be read than is held
            }
            for (int i = QUERIES / 4; i < QUERIES; i++) {
                slow.send(new HelpGetNearestDc());
            }
            other.send(new Ping(7));
            assertEquals(7, other.await(Pong.class).pingId());
            assertEquals(
                    Check.D6, Peers.await(events, DataCenterEvent.Refused.class).check());
            String reason = Peers.await(events, DataCenterEvent.Closed.class).reason();
            assertTrue(reason.contains("does not read"), reason);
            assertTrue(calls.get() < QUERIES / 2, calls + " queries were run for a client that does not read");
            other.send(new Ping(8));
            assertEquals(8, other.await(Pong.class).pingId());
        }
    }

    @Test
    @Tag("D6")
    void updatesAreNotTakenForAClientThatDoesNotReadThem() {
        start(DataCenterLimits.builder().outgoing(HELD_FROM).build());
        try (RawClient client = Peers.connect(server)) {
            var made = client.exchange(server, java.util.OptionalInt.empty());
            EncryptedSession session = client.open(made.key(), made.firstSalt());
            client.send(new Ping(1));
            client.await(Pong.class);
            RpcError update = new RpcError(1, "x".repeat(LENGTH));
            int taken = 0;
            while (taken < QUERIES && server.push(made.key().id(), session.sessionId(), update)) {
                taken++;
            }
            assertTrue(taken > 3 && taken < QUERIES, taken + " were taken");
            for (int i = 0; i < taken; i++) {
                assertEquals(update, client.await(RpcError.class));
            }
            assertTrue(server.push(made.key().id(), session.sessionId(), update), "there is room again");
            assertEquals(update, client.await(RpcError.class));
        }
    }

    @Test
    @Tag("D1")
    void aSessionHasSoManyQueriesInWork() {
        CountDownLatch running = new CountDownLatch(2);
        server = Peers.server()
                .limits(DataCenterLimits.builder().queries(2).build())
                .handler(call -> {
                    running.countDown();
                    Peers.await(release);
                    return Optional.empty();
                })
                .start();
        try (RawClient client = Peers.client(server)) {
            long first = client.send(new HelpGetNearestDc());
            long second = client.send(new HelpGetNearestDc());
            Peers.await(running);
            long third = client.send(new HelpGetNearestDc());
            assertEquals(new RpcResult(third, new RpcError(420, "FLOOD_WAIT_1")), client.await(RpcResult.class));
            release.countDown();
            long sum = client.await(RpcResult.class).reqMsgId()
                    + client.await(RpcResult.class).reqMsgId();
            assertEquals(first + second, sum);
            client.send(new HelpGetNearestDc());
            assertFalse(client.await(RpcResult.class).result() instanceof RpcError);
        }
    }
}
