package dev.mtproto.crypto;

import dev.mtproto.crypto.spi.Numbers;
import java.math.BigInteger;

/** The self tests of what needs large numbers: a private RSA key, which protects nothing, and primes. */
final class SelfTestNumbers {

    /** What {@link #primality} gives: prime, composite. */
    static final byte[] VERDICTS = {1, 0};

    private static final BigInteger E = BigInteger.valueOf(65537);
    private static final BigInteger P = new BigInteger(
            "b7704affa7a42e20d382ad7f746246515f554f564af10a10dd1aa3f3c94e8bc43e3895e850a5062068bdabd1e583f021"
                    + "703fd62418e8a1f04e3726a6b388d69fbd1c4e75ca350c03b32ed9ab8498592d2d6897a7177d187cbb044cefd37ba5c9"
                    + "7c9fee27af9e56c460a0579f7cfe81fa4d52e197b878bfe0539044f605998d1d",
            16);
    private static final BigInteger Q = new BigInteger(
            "dbfec3d46c73d6e6d8de1a0e4a2cf91a9a11334ce076f761914f0a8ea3039a283f8d29de6697e65bef15d35c535f882f"
                    + "6edf2174a97500e9de2c5bb536c8eb4667d1cee59a1453e1c91707d68f0206698393188514eae94c02e1384d87c4c1a2"
                    + "dc2d1de41cb3e4ad9756d89b1e2dceafa1ffc8961841a3872bb0d6df2b6c50e9",
            16);
    private static final BigInteger PRIME = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
    // passes the Miller-Rabin test to the bases 2, 3, 5, 7, 11, 13, 17, 19 and 23
    private static final BigInteger COMPOSITE = new BigInteger("3825123056546413051");

    private SelfTestNumbers() {}

    /** Raises a text to the public power, and that to the private power by the provider. */
    static byte[] rsaPrivate(Crypto crypto, byte[] text) {
        BigInteger order = P.subtract(BigInteger.ONE).multiply(Q.subtract(BigInteger.ONE));
        RsaPublicKey key = new RsaPublicKey(P.multiply(Q), E);
        byte[] block = Numbers.toBytes(new BigInteger(1, text).modPow(E, key.modulus()));
        return crypto.rsaPrivate(new RsaPrivateKey(key, E.modInverse(order), P, Q), block);
    }

    static byte[] primality(Crypto crypto) {
        return new byte[] {
            SelfTests.flag(crypto.isProbablePrime(PRIME)), SelfTests.flag(crypto.isProbablePrime(COMPOSITE))
        };
    }
}
