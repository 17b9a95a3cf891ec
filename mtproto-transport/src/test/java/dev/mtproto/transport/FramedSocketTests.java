package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FramedSocketTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private ServerSocket listener;
    private InetSocketAddress address;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        address = (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void packetsGoBothWays(Framing framing) throws IOException {
        byte[] query = Hex.bytes("01020304".repeat(2000));
        byte[] answer = Hex.bytes("a1b2c3d4".repeat(5));
        try (FramedSocket client = FramedSocket.connect(address, framing, LONG, 1 << 20)) {
            client.send(Streams.packet(query), true);
            try (FramedSocket server = FramedSocket.accept(listener.accept(), LONG, 1 << 20)) {
                assertEquals(framing, server.framing());
                Received atServer = new Received();
                while (atServer.lines.isEmpty()) {
                    assertTrue(server.receive(atServer, LONG));
                }
                assertEquals(List.of(Received.packetLine(Hex.of(query), true)), atServer.lines);
                server.sendQuickAck(0x8123_4567);
                server.send(Streams.packet(answer), false);
                server.sendError(-404);
            }
            Received atClient = new Received();
            while (client.receive(atClient, LONG)) {
                assertFalse(atClient.lines.isEmpty());
            }
            assertEquals(
                    List.of("quick ack 81234567", Received.packetLine(Hex.of(answer), false), "error -404"),
                    atClient.lines);
        }
    }

    @Test
    void anUnknownTransportIsClosed() throws IOException {
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            client.getOutputStream().write(Hex.bytes("00112233"));
            Socket accepted = listener.accept();
            assertThrows(TransportException.class, () -> FramedSocket.accept(accepted, LONG, 1 << 20));
            assertTrue(accepted.isClosed());
        }
    }

    @Test
    void aSilentServerIsTimedOut() {
        try (FramedSocket client = FramedSocket.connect(address, Framing.ABRIDGED, LONG, 1 << 20)) {
            TransportException e =
                    assertThrows(TransportException.class, () -> client.receive(new Received(), Duration.ofMillis(1)));
            assertTrue(e.getMessage().contains("1 ms"), e.getMessage());
        }
    }

    @Test
    void aClosedPortIsNamed() throws IOException {
        listener.close();
        TransportException e = assertThrows(
                TransportException.class, () -> FramedSocket.connect(address, Framing.ABRIDGED, LONG, 1 << 20));
        assertTrue(e.getMessage().contains(":" + address.getPort()), e.getMessage());
    }
}
