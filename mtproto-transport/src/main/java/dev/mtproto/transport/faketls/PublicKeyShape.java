package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;
import java.math.BigInteger;

/**
 * Draws what an X25519 public key looks like: the first coordinate of a point in the large subgroup of Curve25519. Nobody
 * knows its private key, and nobody needs it: the key only has to pass those who test whether it is on the curve.
 */
final class PublicKeyShape {

    static final int LENGTH = 32;
    static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    static final BigInteger A = BigInteger.valueOf(486662);
    private static final int COFACTOR_BITS = 3;

    private PublicKeyShape() {}

    static byte[] draw(RandomSource random) {
        while (true) {
            byte[] bytes = random.nextBytes(LENGTH);
            bytes[0] &= 0x7f;
            BigInteger x = new BigInteger(1, bytes).mod(P);
            if (isOnCurve(x)) {
                BigInteger point = x;
                for (int i = 0; i < COFACTOR_BITS && point.signum() != 0; i++) {
                    point = doubled(point);
                }
                if (point.signum() != 0) {
                    return littleEndian(point);
                }
            }
        }
    }

    /** Tells whether x^3 + A x^2 + x is a square other than 0. */
    static boolean isOnCurve(BigInteger x) {
        BigInteger exponent = P.subtract(BigInteger.ONE).shiftRight(1);
        return square(x).modPow(exponent, P).equals(BigInteger.ONE);
    }

    private static BigInteger square(BigInteger x) {
        return x.add(A).multiply(x).add(BigInteger.ONE).multiply(x).mod(P);
    }

    /** The first coordinate of twice a point: (x^2 - 1)^2 / 4(x^3 + A x^2 + x). */
    private static BigInteger doubled(BigInteger x) {
        BigInteger numerator = x.multiply(x).subtract(BigInteger.ONE).pow(2);
        return numerator.multiply(square(x).shiftLeft(2).modInverse(P)).mod(P);
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] bytes = new byte[LENGTH];
        byte[] big = number.toByteArray();
        for (int i = 0; i < Math.min(LENGTH, big.length); i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        return bytes;
    }
}
