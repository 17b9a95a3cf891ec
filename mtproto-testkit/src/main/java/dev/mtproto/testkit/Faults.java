package dev.mtproto.testkit;

import java.time.Duration;

/**
 * How often something befalls a packet on its way, each as a share of all packets from 0 to 1.
 *
 * @param cut the connection breaks instead
 * @param duplicate it arrives twice
 * @param reorder the next one overtakes it
 * @param corrupt one of its bits is turned over
 * @param delay it, and all behind it, are late
 * @param longestDelay by how much at most
 */
public record Faults(
        double cut, double duplicate, double reorder, double corrupt, double delay, Duration longestDelay) {

    /** Nothing ever happens. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, Duration.ZERO);

    /** A bad network: each of them for one packet in 50 to 500. */
    public static final Faults BAD = new Faults(0.002, 0.01, 0.01, 0.002, 0.02, Duration.ofMillis(300));

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException if one is not from 0 to 1, or the delay is negative
     */
    public Faults {
        for (double share : new double[] {cut, duplicate, reorder, corrupt, delay}) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
            }
        }
        if (longestDelay.isNegative()) {
            throw new IllegalArgumentException("a delay cannot be negative");
        }
    }
}
