package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.tl.schema.ServerDHInnerData;
import java.math.BigInteger;

/**
 * The group and the server's half of the key, checked.
 *
 * @param prime dh_prime
 * @param g the generator
 * @param publicValue g_a
 */
record ServerHalf(BigInteger prime, int g, BigInteger publicValue) {

    private static final int MAX_LENGTH = 256;

    @Enforces({Check.H11, Check.H14})
    static ServerHalf check(ServerDHInnerData inner, Crypto crypto) {
        int primeLength = inner.dhPrime().length();
        Fault.unless(primeLength <= MAX_LENGTH, Check.H11, "dh_prime of " + primeLength + " bytes");
        int valueLength = inner.gA().length();
        Fault.unless(valueLength <= MAX_LENGTH, Check.H14, "g_a of " + valueLength + " bytes");
        BigInteger prime = Unsigned.read(inner.dhPrime().toByteArray());
        BigInteger publicValue = Unsigned.read(inner.gA().toByteArray());
        DhCheck.proposal(prime, inner.g(), publicValue, KnownPrimes.SHARED, crypto);
        return new ServerHalf(prime, inner.g(), publicValue);
    }

    /** Returns g<sup>b</sup> mod p, 256 bytes. */
    byte[] power(byte[] b, Crypto crypto) {
        return crypto.modPow(new byte[] {(byte) g}, b, Unsigned.block(prime));
    }

    /** Returns g_a<sup>b</sup> mod p, the key, 256 bytes. */
    @Enforces(Check.H18)
    byte[] agree(byte[] b, Crypto crypto) {
        return crypto.modPow(Unsigned.block(publicValue), b, Unsigned.block(prime));
    }
}
