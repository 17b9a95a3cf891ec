package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import java.math.BigInteger;

/** The rules for the numbers of Diffie-Hellman; see "Checking DH parameters" in Telegram's security guidelines. */
final class DhCheck {

    private static final int BITS = 2048;
    private static final BigInteger MARGIN = BigInteger.ONE.shiftLeft(BITS - 64);

    private DhCheck() {}

    /** Tells whether a modulus has exactly 2048 bits. */
    static boolean isFullSize(BigInteger p) {
        return p.bitLength() == BITS;
    }

    /** Tells whether g generates the subgroup of order (p - 1) / 2 of a safe prime p, by the residue rules for 2 to 7. */
    static boolean isGenerator(int g, BigInteger p) {
        return switch (g) {
            case 2 -> residue(p, 8) == 7;
            case 3 -> residue(p, 3) == 2;
            case 4 -> true;
            case 5 -> residue(p, 5) == 1 || residue(p, 5) == 4;
            case 6 -> residue(p, 24) == 19 || residue(p, 24) == 23;
            case 7 -> residue(p, 7) == 3 || residue(p, 7) == 5 || residue(p, 7) == 6;
            default -> false;
        };
    }

    private static int residue(BigInteger p, int modulus) {
        return p.mod(BigInteger.valueOf(modulus)).intValue();
    }

    /**
     * Tells whether a public value keeps 2<sup>1984</sup> away from 0 and from p, both ends allowed. That includes the
     * weaker rule 1 &lt; value &lt; p - 1.
     */
    static boolean isInRange(BigInteger value, BigInteger p) {
        return value.compareTo(MARGIN) >= 0 && value.compareTo(p.subtract(MARGIN)) <= 0;
    }

    /** Checks what a server proposes; the dear test of primality comes last. */
    @Enforces({Check.H11, Check.H12, Check.H13, Check.H14})
    static void proposal(BigInteger p, int g, BigInteger publicValue, KnownPrimes known, Crypto crypto) {
        Fault.unless(isFullSize(p), Check.H11, "dh_prime has " + p.bitLength() + " bits");
        Fault.unless(isGenerator(g, p), Check.H13, "g = " + g + " does not generate the right subgroup of dh_prime");
        Fault.unless(isInRange(publicValue, p), Check.H14, "g_a is too close to 0 or to dh_prime");
        Fault.unless(known.isSafePrime(p, crypto), Check.H12, "dh_prime is not a safe prime");
    }
}
