package dev.mtproto.client;

import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.RandomSource;
import java.time.Duration;

/**
 * The waits between attempts to connect: the first at once if the connection before was good, then growing, up to a limit, each
 * shortened at random by up to a half so that many clients do not come back together.
 */
final class BackOff {

    private static final long LEAST_WHEN_TOO_MANY = 1_000;
    private static final int MOST_DOUBLINGS = 30;

    private final long first;
    private final long longest;
    private final RandomSource random;
    private int failures;
    private boolean good;

    BackOff(Duration first, Duration longest, RandomSource random) {
        this.first = first.toMillis();
        this.longest = longest.toMillis();
        this.random = random;
    }

    /** Notes that the server said something genuine. */
    void heard() {
        good = true;
    }

    /**
     * Returns the wait before the next attempt.
     *
     * @param code the transport error with which the last one ended; 0 for none
     */
    Duration next(int code) {
        if (good) {
            good = false;
            failures = 0;
            if (code == 0) {
                return Duration.ZERO;
            }
        }
        long least = code == TransportException.TOO_MANY ? Math.max(first, LEAST_WHEN_TOO_MANY) : first;
        long full = Math.min(longest, least << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        long shortest = code == TransportException.TOO_MANY ? Math.min(full, least) : full / 2;
        return Duration.ofMillis(shortest + draw(full - shortest));
    }

    private long draw(long bound) {
        byte[] bytes = random.nextBytes(4);
        long value = (bytes[0] & 0xffL) | (bytes[1] & 0xffL) << 8 | (bytes[2] & 0xffL) << 16 | (bytes[3] & 0x7fL) << 24;
        return bound <= 0 ? 0 : value % (bound + 1);
    }
}
