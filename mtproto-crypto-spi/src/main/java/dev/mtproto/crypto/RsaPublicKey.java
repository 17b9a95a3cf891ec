package dev.mtproto.crypto;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.math.BigInteger;

/**
 * A server's public RSA key.
 *
 * @param modulus n, exactly 2048 bits, odd
 * @param exponent e, odd, 3 or more
 */
public record RsaPublicKey(BigInteger modulus, BigInteger exponent) {

    /** Length of a key's modulus, in bits. */
    public static final int BITS = 2048;

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the modulus has another size than 2048 bits, or a number cannot belong to a key
     */
    @Enforces(Check.H7)
    public RsaPublicKey {
        if (modulus.bitLength() != BITS) {
            throw new IllegalArgumentException("an RSA key has 2048 bits, not " + modulus.bitLength());
        }
        if (!modulus.testBit(0)
                || !exponent.testBit(0)
                || exponent.compareTo(BigInteger.valueOf(3)) < 0
                || exponent.compareTo(modulus) >= 0) {
            throw new IllegalArgumentException(
                    "not an RSA key: modulus and exponent have to be odd, the exponent 3 or more");
        }
    }
}
