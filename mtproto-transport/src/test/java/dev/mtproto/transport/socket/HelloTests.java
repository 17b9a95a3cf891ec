package dev.mtproto.transport.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.faketls.BrowserHello;
import dev.mtproto.transport.faketls.ClientHello;
import dev.mtproto.transport.faketls.ClientHelloSource;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A caller may bring the ClientHello of another program. */
@Timeout(30)
class HelloTests {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final DialOptions OPTIONS =
            new DialOptions(2, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);
    private static final ProxySecret SECRET = ProxySecret.plain(new SeededRandom(5).nextBytes(16));
    private static final Transport FAKE_TLS = Transport.mtproxy(SECRET.fakeTls("example.com"));

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

    @Test
    void theCallersHelloIsSentAndTaken() throws IOException {
        AtomicReference<String> domain = new AtomicReference<>();
        ClientHelloSource source = (name, random) -> {
            domain.set(name);
            return BrowserHello.LARGE.draw(name, random);
        };
        ServerTransports transports = new ServerTransports(
                List.of(SECRET), dc -> true, TestCrypto.JDK, InstantSource.system(), LONG, 1 << 20);
        CompletableFuture<FramedSocket> accepted = CompletableFuture.supplyAsync(() -> {
            try {
                return FramedSocket.accept(listener.accept(), transports);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        try (FramedSocket client = FramedSocket.connect(address, FAKE_TLS.withHello(source), OPTIONS)) {
            client.send(Packets.of("query"), false);
            try (FramedSocket server = accepted.join()) {
                assertEquals(Carrier.FAKE_TLS, server.carrier());
                new Packets().next(server, "query");
                server.send(Packets.of("answer"), false);
                new Packets().next(client, "answer");
            }
        }
        assertEquals("example.com", domain.get());
    }

    @Test
    void itGoesOutAsItIsButForTheProof() throws IOException {
        ClientHello hello = BrowserHello.LARGE.draw("a.test", new SeededRandom(6));
        byte[] expected = hello.toByteArray();
        CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> {
            try (Socket socket = listener.accept()) {
                return socket.getInputStream().readNBytes(expected.length);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        Transport transport = FAKE_TLS.withHello((name, random) -> hello);
        assertThrows(TransportException.class, () -> FramedSocket.connect(address, transport, OPTIONS));
        byte[] sent = first.join();
        Arrays.fill(sent, 11, 43, (byte) 0);
        assertArrayEquals(expected, sent);
    }
}
