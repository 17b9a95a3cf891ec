package dev.mtproto.transport.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.socket.FramedSocket.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both sides of HTTP on real sockets: two TCP connections of the client, one for what it sends, one that waits. */
@Timeout(30)
class HttpLongPollTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final DialOptions OPTIONS =
            new DialOptions(2, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);
    private static final ServerTransports ANY =
            new ServerTransports(List.of(), dc -> true, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);

    private ServerSocket listener;
    private FramedSocket client;
    private final Packets atClient = new Packets();
    private final Packets atServer = new Packets();

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        client = FramedSocket.connect((InetSocketAddress) listener.getLocalSocketAddress(), Transport.http(), OPTIONS);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    /** Takes the next connection of the client, and the request on it. */
    private FramedSocket accept(String request) throws IOException {
        FramedSocket server = FramedSocket.accept(listener.accept(), ANY);
        assertEquals(Carrier.HTTP, server.carrier());
        assertEquals(Optional.empty(), server.framing());
        assertFalse(server.wantsPoll());
        atServer.next(server, request);
        assertTrue(server.canSend());
        return server;
    }

    @Test
    void eachPacketIsARequestAndEachAnswerItsResponse() throws IOException {
        assertEquals(Carrier.HTTP, client.carrier());
        assertTrue(client.canSend());
        client.send(Packets.of("query"), true);
        assertFalse(client.canSend());
        try (FramedSocket server = accept("query")) {
            server.sendQuickAck(0x8000_0001);
            server.send(Packets.of("answer"), false);
            assertFalse(server.canSend());
            atClient.next(client, "answer");
            assertTrue(client.canSend());
            client.send(Packets.of("another"), false);
            atServer.next(server, "another");
            server.send(Packets.of("its answer"), false);
            atClient.next(client, "its answer");
            assertEquals(client.bytesSent(), server.bytesReceived());
            assertEquals(client.bytesReceived(), server.bytesSent());
        }
    }

    @Test
    void aPollThatIsHeldDoesNotHinderSending() throws IOException {
        assertTrue(client.wantsPoll());
        client.sendPoll(Packets.of("poll"));
        assertFalse(client.wantsPoll());
        try (Socket first = listener.accept();
                FramedSocket held = accept("poll")) {
            client.send(Packets.of("query"), false);
            try (FramedSocket server = FramedSocket.accept(first, ANY)) {
                atServer.next(server, "query");
                server.send(Packets.of("answer"), false);
                atClient.next(client, "answer");
                assertFalse(client.wantsPoll());
                held.send(Packets.of("update"), false);
                atClient.next(client, "update");
                assertTrue(client.wantsPoll());
            }
        }
    }

    @Test
    @Tag("T14")
    void neitherSideSpeaksOutOfTurn() throws IOException {
        client.send(Packets.of("query"), false);
        assertThrows(IllegalStateException.class, () -> client.send(Packets.of("another"), false));
        client.sendPoll(Packets.of("poll"));
        assertThrows(IllegalStateException.class, () -> client.sendPoll(Packets.of("another")));
        try (FramedSocket server = accept("query")) {
            server.send(Packets.of("answer"), false);
            assertThrows(IllegalStateException.class, () -> server.send(Packets.of("another"), false));
        }
    }

    @Test
    @Tag("T14")
    void aResponseThatNobodyAskedForEndsTheConnection() throws IOException {
        try (Socket server = listener.accept()) {
            server.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd".getBytes());
            TransportException e = assertThrows(TransportException.class, () -> client.receive(atClient, LONG));
            assertEquals(Optional.of(Check.T14), e.check());
        }
    }

    @Test
    void aConnectionThatTheServerClosesBetweenRequestsIsOpenedAgain() throws IOException {
        client.send(Packets.of("query"), false);
        try (Socket raw = listener.accept()) {
            raw.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 40\r\n\r\n" + "x".repeat(40))
                            .getBytes());
            atClient.next(client, "x".repeat(40));
        }
        client.send(Packets.of("another"), false);
        try (FramedSocket server = accept("another")) {
            server.send(Packets.of("answer"), false);
            atClient.next(client, "answer");
            assertTrue(client.bytesSent() > server.bytesReceived());
        }
    }

    @Test
    void aRequestWithoutResponseEndsTheConnection() throws IOException {
        client.send(Packets.of("query"), false);
        accept("query").close();
        assertEquals(Received.END, client.receive(atClient, LONG));
    }

    @Test
    @Tag("T14")
    void anErrorIsAStatus() throws IOException {
        client.send(Packets.of("query"), false);
        try (FramedSocket server = accept("query")) {
            server.sendError(-404);
            assertEquals(Received.END, server.receive(atServer, LONG));
        }
        assertEquals(Received.BYTES, client.receive(atClient, LONG));
        assertEquals(List.of("error -404"), atClient.taken());
    }

    @Test
    void closingEndsWhatIsWaitedFor() {
        CompletableFuture<Received> end = CompletableFuture.supplyAsync(() -> client.receive(atClient, Duration.ZERO));
        client.close();
        assertEquals(Received.END, end.join());
        assertThrows(TransportException.class, () -> client.sendPoll(Packets.of("late")));
    }

    @Test
    void silenceIsTimedOut() {
        assertEquals(Received.NOTHING, client.receive(atClient, Duration.ofMillis(1)));
    }
}
