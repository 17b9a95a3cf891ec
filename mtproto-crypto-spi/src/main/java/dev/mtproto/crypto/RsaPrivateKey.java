package dev.mtproto.crypto;

import java.math.BigInteger;

/**
 * A server's RSA key with its private part.
 *
 * <p>The numbers are the platform's and cannot be overwritten; they are not part of {@link #toString}.
 */
public final class RsaPrivateKey {

    private final RsaPublicKey publicKey;
    private final BigInteger privateExponent;
    private final BigInteger primeP;
    private final BigInteger primeQ;

    /**
     * Makes a key of its numbers.
     *
     * @param publicKey the public part
     * @param privateExponent d
     * @param primeP p
     * @param primeQ q
     * @throws IllegalArgumentException if p times q is not the modulus, or d does not belong to e
     */
    public RsaPrivateKey(RsaPublicKey publicKey, BigInteger privateExponent, BigInteger primeP, BigInteger primeQ) {
        this.publicKey = publicKey;
        this.privateExponent = privateExponent;
        this.primeP = primeP;
        this.primeQ = primeQ;
        BigInteger de = privateExponent.multiply(publicKey.exponent());
        if (!primeP.multiply(primeQ).equals(publicKey.modulus()) || !isInverse(de, primeP) || !isInverse(de, primeQ)) {
            throw new IllegalArgumentException("the numbers of the RSA key do not belong together");
        }
    }

    private static boolean isInverse(BigInteger de, BigInteger prime) {
        return prime.signum() > 0
                && prime.bitLength() > 1
                && de.mod(prime.subtract(BigInteger.ONE)).equals(BigInteger.ONE);
    }

    /** Returns the public part. */
    public RsaPublicKey publicKey() {
        return publicKey;
    }

    /** Returns d. */
    public BigInteger privateExponent() {
        return privateExponent;
    }

    /** Returns p. */
    public BigInteger primeP() {
        return primeP;
    }

    /** Returns q. */
    public BigInteger primeQ() {
        return primeQ;
    }

    /** Returns the size, never the numbers. */
    @Override
    public String toString() {
        return "RsaPrivateKey[" + RsaPublicKey.BITS + " bits]";
    }
}
