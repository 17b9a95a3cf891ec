package dev.mtproto.transport.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.TestCrypto;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class FramedSocketTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final DialOptions OPTIONS =
            new DialOptions(2, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);
    private static final ServerTransports ANY =
            new ServerTransports(List.of(), dc -> true, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);
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
        byte[] query = Hex.bytes("01020304".repeat(2002));
        byte[] answer = Hex.bytes("a1b2c3d4".repeat(14));
        try (FramedSocket client = FramedSocket.connect(address, Transport.of(framing), OPTIONS)) {
            client.send(packet(query), true);
            try (FramedSocket server = FramedSocket.accept(listener.accept(), ANY)) {
                assertEquals(Optional.of(framing), server.framing());
                Noted atServer = new Noted();
                while (atServer.lines.isEmpty()) {
                    assertEquals(FramedSocket.Received.BYTES, server.receive(atServer, LONG));
                }
                assertEquals(List.of("packet, " + framing.hasQuickAcks() + ", " + Hex.of(query)), atServer.lines);
                server.sendQuickAck(0x8123_4567);
                server.send(packet(answer), false);
                server.sendError(-404);
            }
            Noted atClient = new Noted();
            while (client.receive(atClient, LONG) == FramedSocket.Received.BYTES) {
                assertFalse(atClient.lines.isEmpty());
            }
            List<String> expected = new ArrayList<>(List.of("packet, false, " + Hex.of(answer), "error -404"));
            if (framing.hasQuickAcks()) {
                expected.add(0, "quick ack 81234567");
            }
            assertEquals(expected, atClient.lines);
        }
    }

    @Test
    void anUnknownTransportIsClosed() throws IOException {
        try (Socket client = new Socket(address.getAddress(), address.getPort())) {
            client.getOutputStream().write(Hex.bytes("1603010200010001"));
            Socket accepted = listener.accept();
            assertThrows(TransportException.class, () -> FramedSocket.accept(accepted, ANY));
            assertTrue(accepted.isClosed());
        }
    }

    @Test
    void aSilentServerIsTimedOut() {
        try (FramedSocket client = FramedSocket.connect(address, Transport.DEFAULT, OPTIONS)) {
            assertEquals(FramedSocket.Received.NOTHING, client.receive(new Noted(), Duration.ofMillis(1)));
        }
    }

    @Test
    void aClosedPortIsNamed() throws IOException {
        listener.close();
        TransportException e =
                assertThrows(TransportException.class, () -> FramedSocket.connect(address, Transport.DEFAULT, OPTIONS));
        assertTrue(e.getMessage().contains(":" + address.getPort()), e.getMessage());
    }

    private static PacketBuffer packet(byte[] payload) {
        PacketBuffer buffer = new PacketBuffer();
        buffer.reset(payload.length);
        System.arraycopy(payload, 0, buffer.array(), buffer.offset(), payload.length);
        return buffer;
    }

    private static final class Noted implements FrameHandler {

        final List<String> lines = new ArrayList<>();

        @Override
        public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
            lines.add("packet, " + wantsQuickAck + ", " + Hex.of(array, offset, length));
        }

        @Override
        public void quickAck(int token) {
            lines.add("quick ack " + Integer.toHexString(token));
        }

        @Override
        public void error(int code) {
            lines.add("error " + code);
        }
    }
}
