package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mtproto.test.SeededRandom;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PqFactorTests {

    /** Far more than the search ever takes; a search without end fails here. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static Optional<PrimePair> factor(long pq) {
        return assertTimeoutPreemptively(LIMIT, () -> PqFactor.factor(pq));
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("H6")
    void findsThePrimesOfAServer(@ForAll long seed) {
        PrimePair primes = IssuePq.draw(new SeededRandom(seed));
        assertEquals(Optional.of(primes), PqFactor.factor(primes.product()));
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("H6")
    void findsPrimesOfAnySize(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 32) int bits,
            @ForAll @IntRange(min = 2, max = 31) int more) {
        Random random = new Random(seed);
        long p = BigInteger.probablePrime(bits, random).longValue();
        long q = BigInteger.probablePrime(more, random).longValue();
        Optional<PrimePair> expected =
                p == q ? Optional.empty() : Optional.of(new PrimePair(Math.min(p, q), Math.max(p, q)));
        assertEquals(expected, PqFactor.factor(p * q));
    }

    @Property(tries = 300)
    @net.jqwik.api.Tag("D4")
    void endsForEveryNumber(@ForAll long pq) {
        factor(pq).ifPresent(primes -> {
            assertEquals(pq, primes.product());
            assertEquals(true, primes.p() > 1 && primes.p() < primes.q());
            assertEquals(true, BigInteger.valueOf(primes.p()).isProbablePrime(50));
            assertEquals(true, BigInteger.valueOf(primes.q()).isProbablePrime(50));
        });
    }

    @Test
    @Tag("H6")
    void agreesWithTrialDivision() {
        for (int n = -10; n < 70_000; n++) {
            assertEquals(byTrial(n), PqFactor.factor(n), Integer.toString(n));
        }
    }

    private static Optional<PrimePair> byTrial(int n) {
        for (int p = 2; p * p < n; p++) {
            if (n % p == 0) {
                int q = n / p;
                return isPrime(q) ? Optional.of(new PrimePair(p, q)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPrime(int n) {
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return n > 1;
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Long.MIN_VALUE,
                -1,
                -3,
                0,
                1,
                Long.MAX_VALUE, // 7^2 73 127 337 92737 649657
                9223372036854775783L, // the largest prime below 2^63
                9223371994482243049L, // 3037000493^2, the largest square of a prime
                4611686014132420609L, // 2147483647^2
                3037000493L, // a prime
                6148914691236517205L, // 5 times a composite
                2305843009213693951L, // 2^61 - 1, a prime
                3825123056546413051L // a pseudoprime to the bases 2 to 23
            })
    @Tag("D4")
    @Tag("H6")
    void refusesWhatIsNoProductOfTwoPrimes(long pq) {
        assertEquals(Optional.empty(), factor(pq));
    }

    @ParameterizedTest
    @ValueSource(longs = {2 * 4611686018427387847L, 3 * 3074457345618258599L})
    @Tag("H6")
    void findsAVerySmallPrimeBesideAVeryLargeOne(long pq) {
        long p = pq % 2 == 0 ? 2 : 3;
        assertEquals(
                BigInteger.valueOf(pq / p).isProbablePrime(50)
                        ? Optional.of(new PrimePair(p, pq / p))
                        : Optional.empty(),
                factor(pq));
    }
}
