package dev.mtproto.crypto;

import java.math.BigInteger;

/**
 * The Miller-Rabin test with random bases: a composite number passes with a probability of at most 2<sup>-64</sup>, whoever
 * chose it. {@link BigInteger#isProbablePrime} does not give that: for numbers of 2048 bits it runs two rounds, whatever
 * certainty is asked for.
 */
public final class Primality {

    /** Each round lets a composite number pass with a probability of at most 1/4: 32 rounds, 2<sup>-64</sup>. */
    static final int ROUNDS = 32;

    private static final int[] SMALL_PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
        109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229,
        233, 239, 241, 251
    };

    private static final BigInteger TWO = BigInteger.TWO;

    private Primality() {}

    /**
     * Tests a number.
     *
     * @param n the number; below 2 it is not prime
     * @param random where the bases come from; has to be unpredictable for whoever chose n
     * @return whether it is prime
     */
    public static boolean isProbablePrime(BigInteger n, RandomSource random) {
        if (n.compareTo(TWO) < 0) {
            return false;
        }
        for (int prime : SMALL_PRIMES) {
            BigInteger divisor = BigInteger.valueOf(prime);
            if (n.mod(divisor).signum() == 0) {
                return n.equals(divisor);
            }
        }
        BigInteger minusOne = n.subtract(BigInteger.ONE);
        int powerOfTwo = minusOne.getLowestSetBit();
        BigInteger odd = minusOne.shiftRight(powerOfTwo);
        for (int round = 0; round < ROUNDS; round++) {
            if (isWitness(base(n, random), odd, powerOfTwo, n, minusOne)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWitness(
            BigInteger base, BigInteger odd, int powerOfTwo, BigInteger n, BigInteger minusOne) {
        BigInteger x = base.modPow(odd, n);
        if (x.equals(BigInteger.ONE) || x.equals(minusOne)) {
            return false;
        }
        for (int i = 1; i < powerOfTwo; i++) {
            x = x.multiply(x).mod(n);
            if (x.equals(minusOne)) {
                return false;
            }
        }
        return true;
    }

    /** Draws a base in 2 .. n - 2, evenly: n is above 251 here. */
    private static BigInteger base(BigInteger n, RandomSource random) {
        BigInteger limit = n.subtract(TWO);
        int bits = n.bitLength();
        while (true) {
            BigInteger drawn = new BigInteger(1, random.nextBytes((bits + 7) / 8)).shiftRight(-bits & 7);
            if (drawn.compareTo(TWO) >= 0 && drawn.compareTo(limit) <= 0) {
                return drawn;
            }
        }
    }
}
