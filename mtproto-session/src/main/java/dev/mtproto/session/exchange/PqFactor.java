package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.Optional;

/**
 * Splits pq into its two primes: Pollard's rho in Brent's form over Montgomery multiplication.
 *
 * <p>The work is bounded for every 64-bit input, as pq comes from a peer that has not proved anything yet: primes and
 * squares are sorted out before the search, and the search stops after a fixed number of steps.
 */
public final class PqFactor {

    private static final int TRIAL_LIMIT = 256;
    private static final int BATCH = 256;
    private static final int MAX_CYCLE = 1 << 20;
    private static final int MAX_SEQUENCES = 8;

    private PqFactor() {}

    /**
     * Finds the two primes whose product the number is.
     *
     * @param pq an unsigned number; beyond 2<sup>63</sup> - 1 it is no pq
     * @return the primes, the smaller one first; empty if the number is not the product of two different primes
     */
    @Enforces({Check.H6, Check.D4})
    public static Optional<PrimePair> factor(long pq) {
        if (pq < 6 || SmallPrimes.isPrime(pq)) {
            return Optional.empty();
        }
        long factor = smallFactor(pq);
        if (factor == 0) {
            factor = isSquare(pq) ? 0 : rho(pq);
        }
        return factor == 0 ? Optional.empty() : pair(factor, pq / factor);
    }

    private static Optional<PrimePair> pair(long a, long b) {
        if (a == b || !SmallPrimes.isPrime(a) || !SmallPrimes.isPrime(b)) {
            return Optional.empty();
        }
        return Optional.of(new PrimePair(Math.min(a, b), Math.max(a, b)));
    }

    private static long smallFactor(long n) {
        if ((n & 1) == 0) {
            return 2;
        }
        for (int d = 3; d < TRIAL_LIMIT; d += 2) {
            if (n % d == 0) {
                return d;
            }
        }
        return 0;
    }

    private static boolean isSquare(long n) {
        long root = Math.round(Math.sqrt((double) n));
        return root * root == n;
    }

    private static long rho(long n) {
        Montgomery mod = new Montgomery(n);
        for (int constant = 1; constant <= MAX_SEQUENCES; constant++) {
            long factor = sequence(n, mod, constant);
            if (factor != n) {
                return factor;
            }
        }
        return 0;
    }

    /** Follows one sequence; returns a proper factor, or n where it gives none. */
    private static long sequence(long n, Montgomery mod, long constant) {
        long y = 2;
        long product = 1;
        for (int cycle = 1; cycle <= MAX_CYCLE; cycle *= 2) {
            long x = y;
            for (int i = 0; i < cycle; i++) {
                y = mod.add(mod.multiply(y, y), constant);
            }
            for (int done = 0; done < cycle; done += BATCH) {
                long start = y;
                int steps = Math.min(BATCH, cycle - done);
                for (int i = 0; i < steps; i++) {
                    y = mod.add(mod.multiply(y, y), constant);
                    product = mod.multiply(product, mod.subtract(x, y));
                }
                long divisor = gcd(product, n);
                if (divisor == n) {
                    return retrace(x, start, n, mod, constant);
                }
                if (divisor != 1) {
                    return divisor;
                }
            }
        }
        return n;
    }

    /** Goes through a batch step by step, where all of it together gave n. */
    private static long retrace(long x, long start, long n, Montgomery mod, long constant) {
        long y = start;
        for (int i = 0; i < BATCH; i++) {
            y = mod.add(mod.multiply(y, y), constant);
            long divisor = gcd(mod.subtract(x, y), n);
            if (divisor != 1) {
                return divisor;
            }
        }
        return n;
    }

    /** The greatest common divisor of any number and an odd one. */
    private static long gcd(long number, long odd) {
        if (number == 0) {
            return odd;
        }
        long a = number >> Long.numberOfTrailingZeros(number);
        long b = odd;
        while (a != b) {
            long difference = Math.abs(a - b);
            b = Math.min(a, b);
            a = difference >> Long.numberOfTrailingZeros(difference);
        }
        return a;
    }
}
