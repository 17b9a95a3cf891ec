package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KnownPrimesTests {

    private final AtomicInteger tests = new AtomicInteger();
    private final CryptoWrapper counting = new CryptoWrapper() {
        @Override
        public boolean isProbablePrime(BigInteger n) {
            tests.incrementAndGet();
            return super.isProbablePrime(n);
        }
    };
    private final KnownPrimes known = new KnownPrimes(4);

    @Test
    @Tag("D3")
    void needNoTestForThePublishedPrime() {
        assertTrue(known.isSafePrime(TelegramGroup.PRIME, counting));
        assertEquals(0, tests.get());
    }

    @Test
    @Tag("D3")
    void testAGoodNumberOnce() {
        BigInteger safe = BigInteger.valueOf(23);
        assertTrue(known.isSafePrime(safe, counting));
        assertEquals(2, tests.get());
        assertTrue(known.isSafePrime(safe, counting));
        assertEquals(2, tests.get());
    }

    @Test
    @Tag("D3")
    void testABadNumberOnce() {
        BigInteger composite = TelegramGroup.PRIME.add(BigInteger.TWO);
        assertFalse(known.isSafePrime(composite, counting));
        assertFalse(known.isSafePrime(composite, counting));
        assertEquals(1, tests.get());
    }

    @Test
    @Tag("H12")
    void wantBothHalvesPrime() {
        assertTrue(known.isSafePrime(BigInteger.valueOf(5), counting));
        assertFalse(known.isSafePrime(BigInteger.valueOf(13), counting));
        assertFalse(known.isSafePrime(BigInteger.valueOf(15), counting));
        assertFalse(known.isSafePrime(BigInteger.ZERO, counting));
        assertFalse(known.isSafePrime(BigInteger.ONE, counting));
    }

    @Test
    @Tag("D3")
    void areBounded() {
        for (int i = 0; i < 40; i++) {
            known.isSafePrime(BigInteger.valueOf(1000 + i), counting);
            assertTrue(known.size() <= 4);
        }
        assertTrue(known.isSafePrime(TelegramGroup.PRIME, counting));
    }

    @Test
    @Tag("D3")
    void areNotAskedWhereACheaperRuleIsBroken() {
        BigInteger unknown = TelegramGroup.PRIME.add(BigInteger.valueOf(4));
        BigInteger middle = BigInteger.ONE.shiftLeft(2000);
        Refusals.assertBroken(Check.H13, () -> DhCheck.proposal(unknown, 9, middle, known, counting));
        Refusals.assertBroken(Check.H14, () -> DhCheck.proposal(unknown, 4, BigInteger.TEN, known, counting));
        assertEquals(0, tests.get());
    }
}
