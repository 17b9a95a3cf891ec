package dev.mtproto.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimalityTests {

    private final AtomicInteger draws = new AtomicInteger();
    private final Random seeded = new Random(42);
    private final RandomSource random = (target, offset, length) -> {
        draws.incrementAndGet();
        byte[] bytes = new byte[length];
        seeded.nextBytes(bytes);
        System.arraycopy(bytes, 0, target, offset, length);
    };

    private boolean prime(BigInteger n) {
        return Primality.isProbablePrime(n, random);
    }

    @Test
    void agreesWithASieveOnSmallNumbers() {
        for (int n = -3; n < 20_000; n++) {
            int divisor = 2;
            while (divisor * divisor <= n && n % divisor != 0) {
                divisor++;
            }
            boolean expected = n >= 2 && divisor * divisor > n;
            assertEquals(expected, prime(BigInteger.valueOf(n)), "n = " + n);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Carmichael numbers with large factors; strong pseudoprimes to the first 7, 9, 12 and 13 prime bases
                "6553130926752006031481761",
                "1590231231043178376951698401",
                "341550071728321",
                "3825123056546413051",
                "318665857834031151167461",
                "3317044064679887385961981",
                // Arnault's number: a strong pseudoprime to every prime base below 307
                "2887148238050771212671429597130393991977609459279722700926516024197432303799152733116328983144639225941977803110929349655578418949441740933805615113979999421542416933972905423711002751042080134966731755152859226962916775325475044445856101949404200039904432116776619949629539250452698719329070373564032273701278453899126120309244841494728976885406024976768122077071687938121709811322297802059565867"
            })
    void refusesCompositeNumbersThatWereChosenToPass(String composite) {
        assertFalse(prime(new BigInteger(composite)));
    }

    @Test
    void runsThirtyTwoRoundsWithBasesOfItsOwn() {
        BigInteger half = TelegramGroup.PRIME.shiftRight(1);
        assertTrue(prime(half));
        assertTrue(draws.get() >= 32, "bases drawn: " + draws);
    }

    @Test
    void refusesThePrimeTimesASmallStep() {
        assertTrue(prime(TelegramGroup.PRIME));
        assertFalse(prime(TelegramGroup.PRIME.add(BigInteger.TWO)));
        assertFalse(prime(TelegramGroup.PRIME.multiply(TelegramGroup.PRIME)));
    }
}
