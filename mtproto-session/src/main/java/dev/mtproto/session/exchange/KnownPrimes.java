package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.tl.Int256;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Verdicts on moduli for Diffie-Hellman, so that a number is tested once: Telegram's published prime from the start, others
 * by their SHA-256 once they were tested. Bounded: the verdict that was not asked for longest goes first. Safe for use by
 * several threads.
 */
final class KnownPrimes {

    /** The verdicts of this process. A verdict is the same for everyone, so they are shared. */
    static final KnownPrimes SHARED = new KnownPrimes(64);

    private final Map<Int256, Boolean> verdicts;

    /**
     * Makes an empty collection.
     *
     * @param capacity how many verdicts are kept
     */
    KnownPrimes(int capacity) {
        verdicts = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Int256, Boolean> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Tells whether p and (p - 1) / 2 are both prime. */
    @Enforces({Check.H12, Check.D3})
    boolean isSafePrime(BigInteger p, Crypto crypto) {
        if (p.equals(TelegramGroup.PRIME)) {
            return true;
        }
        Int256 hash = Int256.of(sha256(p, crypto));
        synchronized (verdicts) {
            Boolean known = verdicts.get(hash);
            if (known != null) {
                return known;
            }
        }
        boolean verdict = p.signum() > 0 && crypto.isProbablePrime(p) && crypto.isProbablePrime(p.shiftRight(1));
        synchronized (verdicts) {
            verdicts.put(hash, verdict);
        }
        return verdict;
    }

    int size() {
        synchronized (verdicts) {
            return verdicts.size();
        }
    }

    private static byte[] sha256(BigInteger p, Crypto crypto) {
        var digest = crypto.newSha256();
        digest.update(p.toByteArray());
        return digest.digest();
    }
}
