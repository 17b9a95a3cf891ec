package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Primality;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * The arithmetic of a provider on {@link BigInteger}. Its time depends on the numbers, so that secrets are blinded: a secret
 * exponent by a random multiple of the group's order, or where the modulus is not known to be prime by a random split into
 * two; the base of a private RSA operation by a random factor.
 *
 * <p>Safe for use by several threads.
 */
public final class BigIntegerMath {

    private static final int BLINDING_BYTES = 8;

    private final RandomSource random;
    private final KnownPrimes primes = new KnownPrimes();

    /**
     * Makes an object.
     *
     * @param random where blinding factors and bases come from; safe for use by several threads
     */
    public BigIntegerMath(RandomSource random) {
        this.random = random;
    }

    /** Does what {@link Crypto#isProbablePrime} says, and remembers the primes. */
    public boolean isProbablePrime(BigInteger n) {
        if (primes.contains(n)) {
            return true;
        }
        boolean prime = Primality.isProbablePrime(n, random);
        if (prime) {
            primes.add(n);
        }
        return prime;
    }

    /** Does what {@link Crypto#modPow} says. */
    public byte[] modPow(byte[] base, byte[] exponent, byte[] modulus) {
        ModPowNumbers numbers = ModPowNumbers.of(base, exponent, modulus);
        return Numbers.toBytes(power(numbers.base(), numbers.exponent(), numbers.modulus()));
    }

    private BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
        BigInteger blinding = new BigInteger(1, random.nextBytes(BLINDING_BYTES));
        if (primes.contains(modulus)) {
            BigInteger order = modulus.subtract(BigInteger.ONE);
            return base.modPow(exponent.add(order.multiply(blinding)), modulus);
        }
        // e = r + (e - r), with r drawn below e: right for any modulus, at twice the price
        BigInteger part =
                new BigInteger(1, random.nextBytes(Numbers.LENGTH + BLINDING_BYTES)).mod(exponent.add(BigInteger.ONE));
        return base.modPow(part, modulus)
                .multiply(base.modPow(exponent.subtract(part), modulus))
                .mod(modulus);
    }

    /** Does what {@link Crypto#rsaPublic} says. Nothing here is secret to the one who calls it with a public key. */
    public byte[] rsaPublic(RsaPublicKey key, byte[] block) {
        return Numbers.toBytes(Numbers.block(block, key.modulus()).modPow(key.exponent(), key.modulus()));
    }

    /**
     * Does what {@link Crypto#rsaPrivate} says: by the Chinese remainder theorem on a blinded number; the result is verified
     * with the public exponent, so that a fault of the computation cannot give the primes away.
     */
    public byte[] rsaPrivate(RsaPrivateKey key, byte[] block) {
        BigInteger n = key.publicKey().modulus();
        BigInteger e = key.publicKey().exponent();
        BigInteger number = Numbers.block(block, n);
        BigInteger factor = invertible(n);
        BigInteger blinded = number.multiply(factor.modPow(e, n)).mod(n);
        BigInteger p = key.primeP();
        BigInteger q = key.primeQ();
        BigInteger modP = exponentiate(blinded, key.privateExponent(), p);
        BigInteger modQ = exponentiate(blinded, key.privateExponent(), q);
        BigInteger result = q.modInverse(p)
                .multiply(modP.subtract(modQ))
                .mod(p)
                .multiply(q)
                .add(modQ)
                .multiply(factor.modInverse(n))
                .mod(n);
        verify(key.publicKey(), result, number);
        return Numbers.toBytes(result);
    }

    /**
     * Verifies the result of a private RSA operation with the public exponent.
     *
     * @param key the public part of the key
     * @param result what the private operation gave, 256 bytes; wiped if it is wrong
     * @param block what it was given, 256 bytes
     * @throws IllegalStateException if the result is wrong
     */
    public void verify(RsaPublicKey key, byte[] result, byte[] block) {
        try {
            verify(key, Numbers.block(result, key.modulus()), Numbers.block(block, key.modulus()));
        } catch (RuntimeException e) {
            Arrays.fill(result, (byte) 0);
            throw e;
        }
    }

    private static void verify(RsaPublicKey key, BigInteger result, BigInteger number) {
        if (!result.modPow(key.exponent(), key.modulus()).equals(number)) {
            throw new IllegalStateException("the RSA operation gave a wrong result; it was discarded");
        }
    }

    private BigInteger exponentiate(BigInteger number, BigInteger d, BigInteger prime) {
        BigInteger order = prime.subtract(BigInteger.ONE);
        BigInteger blinding = new BigInteger(1, random.nextBytes(BLINDING_BYTES));
        return number.mod(prime).modPow(d.mod(order).add(order.multiply(blinding)), prime);
    }

    private BigInteger invertible(BigInteger n) {
        while (true) {
            BigInteger drawn = new BigInteger(1, random.nextBytes(Numbers.LENGTH)).mod(n);
            if (drawn.gcd(n).equals(BigInteger.ONE)) {
                return drawn;
            }
        }
    }
}
