package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.schema.ResPQ;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server draws, and that nothing secret of it stays. */
class ServerSecretsTests {

    private final SecretWatch watch = new SecretWatch(new SeededRandom(51));
    private final ServerUnderTest server = new ServerUnderTest(TestServer.options(), watch, watch);

    @Test
    @Tag("S13")
    void areDrawnAnewForEachExchange() {
        Set<Int128> nonces = new HashSet<>();
        Set<Object> products = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ResPQ answer = server.ask(Int128.of(new SeededRandom(200 + i).nextBytes(16)));
            nonces.add(answer.serverNonce());
            products.add(answer.pq());
        }
        assertEquals(50, nonces.size());
        assertEquals(50, products.size());
    }

    @Test
    @Tag("S13")
    void includeAnExponentOf2048BitsForEachExchange() {
        var first = server.proceed().gA();
        assertEquals(256, watch.draws().get(watch.draws().size() - 2).length);
        server.resPq = server.ask(ServerUnderTest.NONCE);
        server.primes = PqFactor.factor(
                        ByteBuffer.wrap(server.resPq.pq().toByteArray()).getLong())
                .orElseThrow();
        assertNotEquals(first, server.proceed().gA());
        List<byte[]> exponents =
                watch.draws().stream().filter(draw -> draw.length == 256).toList();
        assertEquals(2, exponents.size());
        assertFalse(Arrays.equals(exponents.get(0), exponents.get(1)));
    }

    @Property(tries = 200)
    @net.jqwik.api.Tag("S13")
    void includeTwoPrimesWithAProductBelow2To63(@ForAll long seed) {
        PrimePair primes = IssuePq.draw(new SeededRandom(seed));
        assertTrue(primes.p() >= 1L << 30 && primes.p() < primes.q() && primes.q() < 1L << 32);
        assertTrue(SmallPrimes.isPrime(primes.p()) && SmallPrimes.isPrime(primes.q()));
        assertTrue(BigInteger.valueOf(primes.p())
                        .multiply(BigInteger.valueOf(primes.q()))
                        .bitLength()
                <= 63);
    }

    @Test
    @Tag("S13")
    void includeNoPrimeTwiceAndNoProductBeyond2To63() {
        // composite; too small; 3 p twice; two primes near 2^32; then a fair pair, the larger one first
        var random = new ScriptedRandom(
                Hex.bytes("fffffff9"),
                Hex.bytes("3fffffdd"),
                Hex.bytes("7fffffff"),
                Hex.bytes("7fffffff"),
                Hex.bytes("fffffffb"),
                Hex.bytes("ffffffef"),
                Hex.bytes("7fffffff"),
                Hex.bytes("5a300d4b"));
        assertEquals(new PrimePair(0x5a300d4bL, 0x7fffffffL), IssuePq.draw(random));
        random.assertUsedUp();
    }

    @Test
    @Tag("H14")
    void areDrawnAgainWhereTheServersHalfIsTooSmall() {
        byte[] one = new byte[256];
        one[255] = 1;
        int[] left = {2};
        SeededRandom rest = new SeededRandom(52);
        var stubborn = new ServerUnderTest(TestServer.options(), TestServer.CRYPTO, (target, offset, length) -> {
            if (length == 256 && left[0]-- > 0) {
                System.arraycopy(one, 0, target, offset, length);
            } else {
                rest.nextBytes(target, offset, length);
            }
        });
        BigInteger value = new BigInteger(1, stubborn.proceed().gA().toByteArray());
        assertTrue(DhCheck.isInRange(value, TelegramGroup.PRIME));
        assertEquals(-1, left[0]);
    }

    @Test
    @Tag("H21")
    void areErasedWhenTheKeyIsMade() {
        server.proceed();
        server.finish();
        assertEquals(List.of(), watch.remaining());
        assertTrue(watch.seen() > 5);
    }

    @Test
    @Tag("H21")
    void areErasedWhenTheLastQueryIsRefused() {
        server.proceed();
        server.refuses(Check.S9, server.raw(new byte[336]));
        assertEquals(List.of(), watch.remaining());
    }

    @Test
    @Tag("H21")
    void areErasedWhenTheExchangeIsTooOld() {
        server.proceed();
        server.clock.advance(Duration.ofMinutes(11));
        server.ask(ServerUnderTest.OTHER);
        assertEquals(List.of(), watch.remaining());
    }

    @Test
    @Tag("H21")
    void areErasedWhenTheInnerDataIsRefused() {
        server.refuses(Check.S5, server.reqDhParams(new byte[256]));
        assertEquals(List.of(), watch.remaining());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 6, 8, -3})
    @Tag("H13")
    void doNotGoWithAGroupThatClientsRefuse(int g) {
        refusesGroup(TelegramGroup.PRIME, g);
    }

    @Test
    @Tag("H11")
    void doNotGoWithAShortPrime() {
        refusesGroup(TelegramGroup.PRIME.shiftRight(1), 4);
    }

    @Test
    @Tag("H12")
    void doNotGoWithANumberThatIsNotPrime() {
        refusesGroup(TelegramGroup.PRIME.add(BigInteger.TWO), 4);
    }

    private static void refusesGroup(BigInteger prime, int g) {
        ServerExchangeOptions options = TestServer.options().group(prime, g).build();
        assertThrows(
                IllegalArgumentException.class,
                () -> new ServerExchange(
                        options, TestServer.CRYPTO, TestServer.CRYPTO.random(), FakeClock.at(1), (key, salt) -> true));
    }
}
