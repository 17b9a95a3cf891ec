package dev.mtproto.client.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TransportException;
import dev.mtproto.api.UnansweredException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class AttemptsTests {

    private final FakeServer server = new FakeServer();
    private final FakeTimer timer = new FakeTimer();
    private final byte[] content = {1, 2, 3};

    private void put(TransferOptions options) throws IOException, InterruptedException {
        new FileTransfer(server, options, timer)
                .put(
                        7,
                        Channels.newChannel(new ByteArrayInputStream(content)),
                        content.length,
                        part -> false,
                        TransferListener.NONE);
    }

    static Stream<RuntimeException> passing() {
        return Stream.of(
                new TransportException("the connection is lost", null),
                new TransportException(-429),
                new SessionException(Check.R9, "refused too often"),
                new UnansweredException(UnansweredException.Delivery.UNACKNOWLEDGED, "no answer in time", null),
                new RpcException(500, "INTERNAL"),
                new RpcException(-503, "Timeout"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsTriedAgainAfterLongerAndLongerPauses(RuntimeException failure) throws Exception {
        for (int i = 0; i < 9; i++) {
            server.failures.add(failure);
        }
        put(TransferOptions.DEFAULT);
        assertArrayEquals(content, server.stored());
        List<Long> pauses = timer.pauses.stream().map(Duration::toMillis).toList();
        assertEquals(List.of(100L, 200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L), pauses);
    }

    @Test
    void theLastFailureIsToldWhenTheAttemptsAreUsedUp() {
        TransportException last = new TransportException(-404);
        server.failures.addAll(List.of(new TransportException(-429), new TransportException(-429), last));
        assertSame(last, assertThrows(TransportException.class, () -> put(TransferOptions.DEFAULT.withAttempts(3))));
        assertEquals(3, server.calls.size());
    }

    static Stream<RuntimeException> lasting() {
        return Stream.of(
                new RpcException(400, "FILE_PART_INVALID"),
                new RpcException(420, "TAKEOUT_INIT_DELAY_X"),
                new KeyExchangeException(Check.H5, 0, "another key"),
                new CryptoUnavailableException("none"),
                new IllegalArgumentException("too long"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatLastsIsNotTriedAgain(RuntimeException failure) {
        server.failures.add(failure);
        assertSame(failure, assertThrows(RuntimeException.class, () -> put(TransferOptions.DEFAULT)));
        assertEquals(1, server.calls.size());
        assertEquals(List.of(), timer.pauses);
    }

    @Test
    void nothingIsTriedAgainOverAClosedClient() {
        TransportException lost = new TransportException("the client was closed", null);
        server.failures.add(lost);
        server.closed = true;
        assertSame(lost, assertThrows(RuntimeException.class, () -> put(TransferOptions.DEFAULT)));
        assertEquals(List.of(), timer.pauses);
    }

    @Test
    void aServerIsLeftAloneForAsLongAsItAsks() throws Exception {
        server.failures.addAll(
                List.of(new RpcException(420, "FLOOD_WAIT_3"), new RpcException(420, "FLOOD_PREMIUM_WAIT_0")));
        put(TransferOptions.DEFAULT.withAttempts(1));
        assertArrayEquals(content, server.stored());
        assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(1)), timer.pauses);
    }

    @Test
    void aWaitThatIsTooLongFails() {
        server.failures.add(new RpcException(420, "FLOOD_WAIT_301"));
        assertThrows(RpcException.class, () -> put(TransferOptions.DEFAULT));
        assertEquals(List.of(), timer.pauses);
    }

    @Test
    void aCallerThatThrowsHasFailed() {
        Caller broken = new Caller() {
            @Override
            public <R> java.util.concurrent.CompletableFuture<R> invoke(dev.mtproto.tl.TlFunction<R> function) {
                throw new IllegalStateException("closed");
            }

            @Override
            public boolean isClosed() {
                return false;
            }
        };
        FileTransfer transfer = new FileTransfer(broken, TransferOptions.DEFAULT, timer);
        assertThrows(
                IllegalStateException.class,
                () -> transfer.get(
                        FileTransfer.location(1), Channels.newChannel(System.err), 0, TransferListener.NONE));
    }
}
