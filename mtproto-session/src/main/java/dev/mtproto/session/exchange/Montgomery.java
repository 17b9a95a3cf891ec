package dev.mtproto.session.exchange;

/**
 * Multiplication modulo an odd 63-bit number in Montgomery's form: a stands for a·2<sup>64</sup> mod n. All values are in
 * 0 .. n - 1. No division and no branch, so that the chain of dependent steps is as short as it can be.
 */
final class Montgomery {

    private final long n;
    private final long inverse;

    /**
     * Prepares a modulus.
     *
     * @param n odd, 3 or more
     */
    Montgomery(long n) {
        this.n = n;
        long x = n;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            x *= 2 - n * x;
        }
        inverse = x;
    }

    /** Returns a·b·2<sup>-64</sup> mod n. */
    long multiply(long a, long b) {
        long quotient = a * b * inverse;
        long difference = Math.multiplyHigh(a, b) - unsignedMultiplyHigh(quotient);
        return difference + (difference >> 63 & n);
    }

    private long unsignedMultiplyHigh(long quotient) {
        return Math.multiplyHigh(quotient, n) + (quotient >> 63 & n);
    }

    /** Returns a + b mod n. */
    long add(long a, long b) {
        return subtract(a, n - b);
    }

    /** Returns a - b mod n, for b up to n. */
    long subtract(long a, long b) {
        long difference = a - b;
        return difference + (difference >> 63 & n);
    }

    /** Returns the form of 1. */
    long one() {
        return Long.remainderUnsigned(-n, n);
    }

    /** Returns the form of a small number. */
    long of(int number) {
        long one = one();
        long sum = 0;
        for (int bit = Integer.SIZE - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if ((number >> bit & 1) == 1) {
                sum = add(sum, one);
            }
        }
        return sum;
    }

    /** Returns base<sup>exponent</sup>, base and result in Montgomery's form. */
    long power(long base, long exponent) {
        long result = one();
        for (int bit = Long.SIZE - 1 - Long.numberOfLeadingZeros(exponent); bit >= 0; bit--) {
            result = multiply(result, result);
            if ((exponent >> bit & 1) == 1) {
                result = multiply(result, base);
            }
        }
        return result;
    }
}
