package dev.mtproto.crypto.spi;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Set;

/** The primes that were proven in this JVM, the published one from the start. Bounded; safe for use by several threads. */
final class KnownPrimes {

    private static final int LIMIT = 64;

    private final Set<BigInteger> primes = new LinkedHashSet<>();

    synchronized boolean contains(BigInteger number) {
        return number.equals(TelegramGroup.PRIME) || primes.contains(number);
    }

    synchronized void add(BigInteger prime) {
        if (primes.size() >= LIMIT) {
            primes.remove(primes.iterator().next());
        }
        primes.add(prime);
    }
}
