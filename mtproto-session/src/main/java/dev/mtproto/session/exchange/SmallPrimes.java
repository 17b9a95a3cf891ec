package dev.mtproto.session.exchange;

/** Primality of numbers below 2<sup>63</sup>, without doubt: Miller-Rabin with bases that are known to suffice. */
final class SmallPrimes {

    /** The first twelve primes, enough for every number below 3.3·10<sup>24</sup>. */
    private static final int[] BASES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    private SmallPrimes() {}

    /** Tells whether a number is prime; false for all below 2. */
    static boolean isPrime(long n) {
        if (n < 2) {
            return false;
        }
        for (int base : BASES) {
            if (n % base == 0) {
                return n == base;
            }
        }
        Montgomery mod = new Montgomery(n);
        for (int base : BASES) {
            if (isWitness(base, n, mod)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWitness(int base, long n, Montgomery mod) {
        int twos = Long.numberOfTrailingZeros(n - 1);
        long one = mod.one();
        long minusOne = n - one;
        long x = mod.power(mod.of(base), (n - 1) >> twos);
        if (x == one || x == minusOne) {
            return false;
        }
        for (int i = 1; i < twos; i++) {
            x = mod.multiply(x, x);
            if (x == minusOne) {
                return false;
            }
        }
        return true;
    }
}
