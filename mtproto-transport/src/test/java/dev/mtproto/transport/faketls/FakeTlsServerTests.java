package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.support.BigEndian;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeTlsServerTests {

    private static final long NOW = 1_700_000_000;
    private final SeededRandom random = new SeededRandom(9);
    private final ProxySecret secret = ProxySecret.plain(random.nextBytes(16)).fakeTls("example.com");
    private final FakeClock clock = FakeClock.at(NOW);
    private final FakeTlsAcceptor acceptor = new FakeTlsAcceptor(
            List.of(secret), Duration.ofMinutes(10), new HelloMemory(), TestCrypto.JDK, random, clock);

    @ParameterizedTest
    @Tag("T11")
    @CsvSource({"0, true", "-600, true", "600, true", "-601, false", "601, false", "-1699999999, false"})
    void theClientsClockMayBeOffByTheWindow(long offset, boolean taken) {
        byte[] hello = hello(NOW + offset, secret);
        if (taken) {
            assertTrue(take(hello).done());
        } else {
            assertRefused(hello);
        }
    }

    @Test
    @Tag("T11")
    void aHelloThatCameBeforeIsRefusedOnAnyConnection() {
        byte[] hello = hello(NOW, secret);
        assertTrue(take(hello).done());
        clock.advance(Duration.ofMinutes(9));
        assertRefused(hello);
        assertTrue(take(hello(NOW, secret)).done());
    }

    @Test
    @Tag("T11")
    void anyChangedBitOfTheProofIsRefused() {
        byte[] hello = hello(NOW, secret);
        for (int bit = 8 * 11; bit < 8 * (11 + 28); bit++) {
            byte[] changed = hello.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(changed);
        }
        assertTrue(take(hello).done(), "a refused hello leaves nothing behind");
    }

    @ParameterizedTest
    @Tag("T11")
    @ValueSource(ints = {44, 75, 80, 120, 300, 516})
    void anyChangedByteElsewhereIsRefused(int place) {
        byte[] hello = hello(NOW, secret);
        hello[place] ^= 1;
        assertRefused(hello);
    }

    @Test
    @Tag("T11")
    void anotherSecretIsRefused() {
        assertRefused(hello(NOW, ProxySecret.plain(new byte[16]).fakeTls("example.com")));
    }

    @Test
    void anyDomainAndFormOfASecretIsTaken() {
        FakeTlsAcceptor plain = new FakeTlsAcceptor(
                List.of(ProxySecret.plain(secret.key())),
                Duration.ofMinutes(10),
                new HelloMemory(),
                TestCrypto.JDK,
                random,
                clock);
        byte[] hello = hello(NOW, secret.fakeTls("another.example"));
        FakeTlsServer server = plain.newHandshake();
        assertTrue(Handshakes.run(server, hello, List.of(600)).done());
        assertEquals(ProxySecret.Kind.PLAIN, server.secret().orElseThrow().kind());
    }

    @Test
    void theAnswerHasThreeRecordsAndTheClientsSuite() {
        byte[] hello = BrowserHello.COMPACT.draw("example.com", random).toByteArray();
        hello[81] = 0x03; // 1303 in the place of 1301
        byte[] signed = ClientHello.of(hello).signed(secret.key(), NOW, TestCrypto.JDK);
        byte[] answer = Hex.bytes(take(signed).sent());
        assertEquals("160303007a020000760303", Hex.of(answer, 0, 11));
        assertArrayEquals(Arrays.copyOfRange(hello, 43, 76), Arrays.copyOfRange(answer, 43, 76));
        assertEquals("130300002e00330024001d0020", Hex.of(answer, 76, 13));
        assertEquals("002b00020304140303000101170303", Hex.of(answer, 121, 15));
        int flight = BigEndian.read16(answer, 136);
        assertEquals(answer.length, 138 + flight);
        assertTrue(flight >= 1000 && flight <= 4000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160301ffff",
                "1603011000",
                "1603010000",
                "1603030200",
                "1703010200",
                "160301000401000000",
                "16030100480100004403030000000000000000000000000000000000000000000000000000000000000000"
                        + "20000000000000000000000000000000000000000000000000000000000000000000000000"
            })
    void whatIsNoHelloIsRefusedEarly(String hex) {
        byte[] bytes = Hex.bytes(hex + "00".repeat(10));
        assertRefused(bytes);
    }

    @Test
    void aRefusedHelloIsKeptForTheTrueServer() {
        byte[] hello = hello(NOW - 4000, secret);
        FakeTlsServer server = acceptor.newHandshake();
        assertThrows(TransportException.class, () -> Handshakes.run(server, hello, List.of(100)));
        assertArrayEquals(hello, server.received());
        assertTrue(server.secret().isEmpty());
    }

    @Test
    void whatFollowsTheHelloIsLeft() {
        byte[] hello = hello(NOW, secret);
        byte[] more = Arrays.copyOf(hello, hello.length + 6);
        Handshake.Step step = acceptor.newHandshake().receive(more, 0, more.length);
        assertTrue(step.isDone());
        assertEquals(hello.length, step.consumed());
    }

    @Test
    void theMemoryIsBounded() {
        HelloMemory memory = new HelloMemory(3);
        for (int i = 0; i < 10; i++) {
            assertTrue(memory.add(random(i), NOW));
            assertTrue(memory.size() <= 3);
        }
        assertFalse(memory.add(random(9), NOW));
        assertTrue(memory.add(random(0), NOW), "long forgotten");
        assertTrue(memory.add(random(9), NOW + 2 * 24 * 60 * 60 + 1), "two days later");
        assertEquals(1, memory.size());
    }

    private static byte[] random(int seed) {
        return new SeededRandom(seed).nextBytes(32);
    }

    private byte[] hello(long time, ProxySecret with) {
        return new FakeTlsClient(with, BrowserHello.COMPACT, TestCrypto.JDK, random, FakeClock.at(time)).start();
    }

    private Handshakes.Outcome take(byte[] hello) {
        return Handshakes.run(acceptor.newHandshake(), hello, List.of(hello.length));
    }

    private void assertRefused(byte[] hello) {
        TransportException e = assertThrows(TransportException.class, () -> take(hello));
        assertEquals(Check.T11, e.check().orElseThrow());
    }
}
