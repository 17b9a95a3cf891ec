package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.crypto.spi.Numbers;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What the operations on large numbers promise. */
final class NumberContract {

    private static final BigInteger P = TelegramGroup.PRIME;
    private static final byte[] PRIME = Numbers.toBytes(P);

    private final Cases cases = new Cases();
    private final Crypto crypto;

    private NumberContract(Crypto crypto) {
        this.crypto = crypto;
    }

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test("modPow: any base and exponent", () -> new NumberContract(crypto).powers()),
                Cases.test("modPow: both sides of Diffie-Hellman agree", () -> new NumberContract(crypto).agreement()),
                Cases.test("modPow: wrong numbers are refused", () -> new NumberContract(crypto).wrongPowers()),
                Cases.test("primality: products and neighbours of primes", () -> new NumberContract(crypto).primes()),
                Cases.test("RSA: a new key, public and private", () -> new NumberContract(crypto).rsa()));
    }

    private void powers() {
        BigInteger odd = new BigInteger(1, cases.bytes(256)).setBit(2047).setBit(0);
        BigInteger nonResidue = P.subtract(BigInteger.valueOf(9));
        for (BigInteger modulus : new BigInteger[] {P, odd}) {
            for (BigInteger base : new BigInteger[] {
                BigInteger.TWO, BigInteger.valueOf(3), nonResidue.mod(modulus), new BigInteger(1, cases.bytes(250))
            }) {
                for (int length : new int[] {1, 20, 32, 255, 256}) {
                    byte[] exponent = cases.bytes(length);
                    exponent[length - 1] |= 1;
                    byte[] expected = Numbers.toBytes(base.modPow(new BigInteger(1, exponent), modulus));
                    byte[] padded = Numbers.toBytes(base);
                    assertArrayEquals(expected, crypto.modPow(padded, exponent, Numbers.toBytes(modulus)));
                }
            }
        }
        assertEquals(8, crypto.modPow(new byte[] {2}, new byte[] {3}, PRIME)[255], "padded to the left");
    }

    private void agreement() {
        byte[] a = cases.bytes(256);
        byte[] b = cases.bytes(256);
        byte[] g = {3};
        assertArrayEquals(
                crypto.modPow(crypto.modPow(g, a, PRIME), b, PRIME),
                crypto.modPow(crypto.modPow(g, b, PRIME), a, PRIME));
    }

    private void wrongPowers() {
        byte[] two = {2};
        byte[] even = PRIME.clone();
        even[255] &= (byte) 0xfe;
        refusePower(new byte[] {1}, two, PRIME);
        refusePower(new byte[] {0}, two, PRIME);
        refusePower(new byte[0], two, PRIME);
        refusePower(new byte[257], two, PRIME);
        refusePower(PRIME, two, PRIME);
        refusePower(Numbers.toBytes(P.subtract(BigInteger.ONE)), two, PRIME);
        refusePower(two, new byte[0], PRIME);
        refusePower(two, new byte[257], PRIME);
        refusePower(two, new byte[256], PRIME);
        refusePower(two, two, even);
        refusePower(two, two, Arrays.copyOf(PRIME, 255));
        refusePower(two, two, new byte[256]);
    }

    private void refusePower(byte[] base, byte[] exponent, byte[] modulus) {
        assertThrows(IllegalArgumentException.class, () -> crypto.modPow(base, exponent, modulus));
    }

    private void primes() {
        assertTrue(crypto.isProbablePrime(P));
        assertFalse(crypto.isProbablePrime(P.add(BigInteger.TWO)));
        assertTrue(crypto.isProbablePrime(BigInteger.TWO));
        assertFalse(crypto.isProbablePrime(BigInteger.ONE));
        BigInteger prime = new BigInteger("170141183460469231731687303715884105727");
        assertTrue(crypto.isProbablePrime(prime));
        assertFalse(crypto.isProbablePrime(prime.multiply(prime)));
    }

    private void rsa() {
        RsaPrivateKey key = crypto.newRsaKey();
        RsaPublicKey publicKey = key.publicKey();
        assertEquals(BigInteger.valueOf(65537), publicKey.exponent());
        for (int i = 0; i < 3; i++) {
            byte[] block = cases.bytes(256);
            block[0] = 0;
            byte[] sealed = crypto.rsaPublic(publicKey, block);
            assertArrayEquals(
                    Numbers.toBytes(new BigInteger(1, block).modPow(publicKey.exponent(), publicKey.modulus())),
                    sealed);
            assertArrayEquals(block, crypto.rsaPrivate(key, sealed));
        }
        byte[] zero = new byte[256];
        assertArrayEquals(zero, crypto.rsaPrivate(key, crypto.rsaPublic(publicKey, zero)));
        byte[] modulus = Numbers.toBytes(publicKey.modulus());
        for (byte[] wrong : new byte[][] {new byte[255], new byte[257], modulus}) {
            assertThrows(IllegalArgumentException.class, () -> crypto.rsaPublic(publicKey, wrong));
            assertThrows(IllegalArgumentException.class, () -> crypto.rsaPrivate(key, wrong));
        }
    }
}
