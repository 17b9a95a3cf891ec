package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FakeTlsSplitTests {

    private final ProxySecret secret = ProxySecret.plain(new byte[16]).fakeTls("example.com");

    @Property(tries = 60)
    void handshakesSucceedInAnySplit(
            @ForAll long seed,
            @ForAll BrowserHello form,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> pieces) {
        FakeTlsClient client = client(seed, form);
        FakeTlsServer server = acceptor(seed).newHandshake();
        byte[] hello = client.start();
        Handshakes.Outcome atServer = Handshakes.run(server, hello, pieces);
        assertTrue(atServer.done());
        assertEquals(hello.length, atServer.consumed());
        byte[] answer = Hex.bytes(atServer.sent());
        assertEquals(answer.length, Handshakes.run(client, answer, pieces).consumed());
    }

    @Property(tries = 300)
    void hostileBytesAreRefusedOrAwaitMore(
            @ForAll @Size(max = 400) byte[] bytes,
            @ForAll @IntRange(max = 3) int beginning,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 100) Integer> pieces) {
        String[] beginnings = {"", "1603010200010001fc0303", "160303007a", "17030300"};
        byte[] hostile = Hex.bytes(beginnings[beginning] + Hex.of(bytes));
        refusedOrAwaited(() -> Handshakes.run(acceptor(1).newHandshake(), hostile, pieces));
        refusedOrAwaited(() -> Handshakes.run(client(1, BrowserHello.COMPACT), hostile, pieces));
        refusedOrAwaited(() ->
                new TlsRecords(dev.mtproto.api.Role.SERVER).decode(hostile.clone(), 0, hostile.length, new Sent()));
    }

    private static void refusedOrAwaited(Runnable attempt) {
        try {
            attempt.run();
        } catch (TransportException e) {
            assertTrue(e.check().isPresent(), e.getMessage());
        }
    }

    private FakeTlsClient client(long seed, BrowserHello form) {
        return new FakeTlsClient(secret, form, TestCrypto.JDK, new SeededRandom(seed), FakeClock.at(1_700_000_000));
    }

    private FakeTlsAcceptor acceptor(long seed) {
        return new FakeTlsAcceptor(
                List.of(secret),
                Duration.ofMinutes(1),
                new HelloMemory(),
                TestCrypto.JDK,
                new SeededRandom(seed),
                FakeClock.at(1_700_000_000));
    }
}
