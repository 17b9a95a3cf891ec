package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.api.Role;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.faketls.BrowserHello;
import dev.mtproto.transport.faketls.ClientHello;
import dev.mtproto.transport.faketls.FakeTlsAcceptor;
import dev.mtproto.transport.faketls.FakeTlsClient;
import dev.mtproto.transport.faketls.FakeTlsServer;
import dev.mtproto.transport.faketls.HelloMemory;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Hellos, their answers and the records behind them. */
class FakeTlsFuzzTests {

    private static final ProxySecret SECRET = ProxySecret.plain(new byte[16]);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_780_000_000));

    private static FakeTlsServer server() {
        return new FakeTlsAcceptor(
                        List.of(SECRET),
                        FakeTlsAcceptor.DEFAULT_WINDOW,
                        new HelloMemory(),
                        Fuzz.CRYPTO,
                        Fuzz.random(),
                        CLOCK)
                .newHandshake();
    }

    private static FakeTlsClient client(ClientHello hello) {
        return new FakeTlsClient(
                SECRET.fakeTls("example.com"), (domain, random) -> hello, Fuzz.CRYPTO, Fuzz.random(), CLOCK);
    }

    @FuzzTest
    void serverTakesAHello(byte[] input) {
        Fuzz.feed(() -> Fuzz.handshake(server()), input, 0);
    }

    @FuzzTest
    void clientTakesAnAnswer(byte[] input) {
        Fuzz.feed(
                () -> {
                    FakeTlsClient client = client(BrowserHello.COMPACT.draw("example.com", Fuzz.random()));
                    client.start();
                    return Fuzz.handshake(client);
                },
                input,
                0);
    }

    /** Whatever the hello is, with the proof in it a server takes it, and its answer is taken. */
    @FuzzTest
    void everyHelloOfTheRightFormLeadsToAConnection(byte[] input) {
        ClientHello hello;
        try {
            hello = ClientHello.of(input);
        } catch (IllegalArgumentException e) {
            return;
        }
        FakeTlsClient client = client(hello);
        byte[] first = client.start();
        Handshake.Step answer = server().receive(first, 0, first.length);
        assertTrue(answer.isDone());
        assertTrue(client.receive(answer.toSend(), 0, answer.toSend().length).isDone());
    }

    @FuzzTest
    void records(byte[] input) {
        for (Role role : Role.values()) {
            Fuzz.feed(
                    () -> {
                        TlsRecords records = new TlsRecords(role);
                        return (data, offset, length, noted) -> records.decode(data, offset, length, noted);
                    },
                    input,
                    0);
        }
    }
}
