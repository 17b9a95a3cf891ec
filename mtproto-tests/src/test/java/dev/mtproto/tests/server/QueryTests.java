package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.RpcException;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcAnswerDroppedRunning;
import dev.mtproto.tl.schema.RpcDropAnswer;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queries that take their time; the layer tells one from another. */
@Timeout(60)
class QueryTests {

    private static final int WAITS = 1;
    private static final int LATER = 2;
    private static final int FAILS = 3;

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<RpcReply> later = new CompletableFuture<>();
    private final Map<Integer, Long> order = new ConcurrentHashMap<>();
    private EmbeddedDataCenter server;
    private RawClient client;

    @BeforeEach
    void connect() {
        server = Peers.server().handler(this::answer).start();
        client = Peers.client(server);
    }

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        server.close();
    }

    private Optional<RpcReply> answer(RpcCall call) {
        order.put(call.layer(), (long) order.size());
        switch (call.layer()) {
            case WAITS -> {
                running.countDown();
                Peers.await(release);
            }
            case LATER -> {
                asked.countDown();
                return Optional.of(RpcReply.later(later));
            }
            case FAILS -> throw new IllegalStateException("a fault in a handler");
            default -> {}
        }
        return Optional.of(RpcReply.of(new NearestDc("XX", call.layer(), 0)));
    }

    private static TlFunction<?> query(int number) {
        return new InvokeWithLayer<>(number, new HelpGetNearestDc());
    }

    private void assertAnswered(long query, int number) {
        RpcResult result = client.await(RpcResult.class);
        assertEquals(query, result.reqMsgId());
        assertEquals(number, assertInstanceOf(NearestDc.class, result.result()).thisDc());
    }

    @Test
    void aQueryThatWaitsHoldsUpNoOther() {
        long first = client.send(query(WAITS));
        Peers.await(running);
        long second = client.send(query(10));
        assertAnswered(second, 10);
        client.send(new Ping(4));
        assertEquals(4, client.await(Pong.class).pingId());
        release.countDown();
        assertAnswered(first, WAITS);
    }

    @Test
    void aReplyMayComeLaterFromAnywhere() {
        long first = client.send(query(LATER));
        Peers.await(asked);
        assertAnswered(client.send(query(10)), 10);
        later.complete(RpcReply.of(new NearestDc("XX", LATER, 0)));
        assertAnswered(first, LATER);
    }

    @Test
    void aLateRefusalIsTyped() {
        client.send(query(LATER));
        later.completeExceptionally(new RpcException(400, "NOT_NOW"));
        assertEquals(new RpcError(400, "NOT_NOW"), client.await(RpcResult.class).result());
        client.send(query(FAILS));
        assertEquals(
                new RpcError(500, "INTERNAL"), client.await(RpcResult.class).result());
    }

    @Test
    void whatHasToComeAfterAnotherQueryDoes() {
        long first = client.send(query(LATER));
        long second = client.send(new InvokeAfterMsg<>(first, query(10)));
        Peers.await(asked);
        assertTrue(!order.containsKey(10));
        later.complete(RpcReply.of(new NearestDc("XX", LATER, 0)));
        assertAnswered(first, LATER);
        assertAnswered(second, 10);
    }

    @Test
    void whatWaitsForALostQueryIsToldSo() {
        client.send(new InvokeAfterMsg<>(8, query(10)));
        assertEquals(
                new RpcError(400, "MSG_WAIT_TIMEOUT"),
                client.await(RpcResult.class).result());
    }

    @Test
    void anAnswerIsDroppedWhileItIsMade() {
        long query = client.send(query(WAITS));
        Peers.await(running);
        client.send(new RpcDropAnswer(query));
        assertInstanceOf(
                RpcAnswerDroppedRunning.class, client.await(RpcResult.class).result());
        assertInstanceOf(
                RpcAnswerDroppedRunning.class, client.await(RpcResult.class).result());
        release.countDown();
        assertAnswered(client.send(query(10)), 10);
    }
}
