package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BigIntegerMathTests {

    private final Random random = new Random(7);
    private final BigIntegerMath math = new BigIntegerMath(new BufferedRandom(random::nextBytes));

    private BigInteger odd() {
        return new BigInteger(2048, random).setBit(2047).setBit(0);
    }

    @Test
    void raisesToThePowerForPrimeAndOtherModuli() {
        for (int i = 0; i < 4; i++) {
            BigInteger modulus = i % 2 == 0 ? TelegramGroup.PRIME : odd();
            BigInteger base = new BigInteger(2000, random);
            BigInteger exponent = new BigInteger(300, random);
            assertArrayEquals(
                    Numbers.toBytes(base.modPow(exponent, modulus)),
                    math.modPow(base.toByteArray(), exponent.toByteArray(), Numbers.toBytes(modulus)));
        }
    }

    @Test
    void padsSmallResultsToTheLeft() {
        byte[] power = math.modPow(new byte[] {2}, new byte[] {3}, Numbers.toBytes(TelegramGroup.PRIME));
        assertEquals(256, power.length);
        assertEquals(8, power[255]);
        assertEquals(0, power[0]);
    }

    @Test
    void remembersAPrimeItProved() {
        BigInteger prime = BigInteger.probablePrime(512, random);
        KnownPrimes known = new KnownPrimes();
        known.add(prime);
        assertEquals(true, known.contains(prime));
        assertEquals(true, known.contains(TelegramGroup.PRIME));
        for (int i = 0; i < 64; i++) {
            known.add(BigInteger.valueOf(i));
        }
        assertEquals(false, known.contains(prime), "the table is bounded");
    }

    @Test
    void refusesNumbersOutOfRange() {
        byte[] modulus = Numbers.toBytes(TelegramGroup.PRIME);
        byte[] one = {1};
        byte[] two = {2};
        byte[] nearEnd = Numbers.toBytes(TelegramGroup.PRIME.subtract(BigInteger.ONE));
        assertThrows(IllegalArgumentException.class, () -> math.modPow(one, two, modulus));
        assertThrows(IllegalArgumentException.class, () -> math.modPow(nearEnd, two, modulus));
        assertThrows(IllegalArgumentException.class, () -> math.modPow(two, new byte[2], modulus));
        assertThrows(IllegalArgumentException.class, () -> math.modPow(two, new byte[257], modulus));
        assertThrows(IllegalArgumentException.class, () -> math.modPow(two, two, Arrays.copyOf(modulus, 255)));
        byte[] even = modulus.clone();
        even[255] &= ~1;
        assertThrows(IllegalArgumentException.class, () -> math.modPow(two, two, even));
    }

    @Test
    void discardsAWrongResultOfThePrivateOperation() {
        RsaPublicKey key = new RsaPublicKey(odd(), BigInteger.valueOf(65537));
        byte[] result = new byte[256];
        result[255] = 5;
        byte[] block = math.rsaPublic(key, result);
        math.verify(key, result, block);
        block[255] ^= 1;
        assertThrows(IllegalStateException.class, () -> math.verify(key, result, block));
        assertArrayEquals(new byte[256], result);
    }
}
