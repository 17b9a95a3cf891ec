package dev.mtproto.crypto.spi;

import java.math.BigInteger;

/**
 * The three numbers of {@link dev.mtproto.crypto.Crypto#modPow}, checked.
 *
 * @param base 2 to modulus - 2
 * @param exponent 1 or more; secret
 * @param modulus odd, 2048 bits
 */
public record ModPowNumbers(BigInteger base, BigInteger exponent, BigInteger modulus) {

    /**
     * Checks and converts.
     *
     * @param base 1 to 256 bytes
     * @param exponent 1 to 256 bytes
     * @param modulus 256 bytes
     * @throws IllegalArgumentException if a length is another, or a number is out of its range
     */
    public static ModPowNumbers of(byte[] base, byte[] exponent, byte[] modulus) {
        if (modulus.length != Numbers.LENGTH || modulus[0] >= 0 || (modulus[Numbers.LENGTH - 1] & 1) == 0) {
            throw new IllegalArgumentException("the modulus is an odd number of exactly 2048 bits");
        }
        if (base.length < 1
                || base.length > Numbers.LENGTH
                || exponent.length < 1
                || exponent.length > Numbers.LENGTH) {
            throw new IllegalArgumentException("base and exponent have 1 to 256 bytes");
        }
        BigInteger b = new BigInteger(1, base);
        BigInteger m = new BigInteger(1, modulus);
        if (b.compareTo(BigInteger.TWO) < 0 || b.compareTo(m.subtract(BigInteger.TWO)) > 0) {
            throw new IllegalArgumentException("the base is from 2 to modulus - 2");
        }
        BigInteger e = new BigInteger(1, exponent);
        if (e.signum() == 0) {
            throw new IllegalArgumentException("the exponent is not zero");
        }
        return new ModPowNumbers(b, e, m);
    }

    /** Returns the name alone: the exponent is secret. */
    @Override
    public String toString() {
        return "ModPowNumbers";
    }
}
