package dev.mtproto.testkit;

import java.time.Duration;

/**
 * What an embedded data centre takes at most.
 *
 * @param connections how many at a time; further ones are closed at once
 * @param connectionsPerAddress how many at a time from one address; further ones are answered with transport error -429
 * @param exchanges how many packets of key exchanges are in work at a time; further ones are answered with -429
 * @param exchangesPerAddress how many of them from one address
 * @param keys how many auth keys; beyond it the oldest one is forgotten
 * @param sessionsPerKey how many sessions of one key; beyond it the one that was used longest ago is forgotten
 * @param queries how many queries of a session are in work at a time; further ones are answered with {@code FLOOD_WAIT_1}
 * @param outgoing how many bytes of answers and updates may wait for a client; beyond it its queries wait as well, and updates
 *     are not taken
 * @param packet the longest packet of a client, in bytes
 * @param start how long a connection may take to its first encrypted message; the transport has to be recognised in it too
 * @param write how long a client may take to read a packet; a slower one is disconnected
 * @param idle how long a connection may be silent after that
 */
public record DataCenterLimits(
        int connections,
        int connectionsPerAddress,
        int exchanges,
        int exchangesPerAddress,
        int keys,
        int sessionsPerKey,
        int queries,
        int outgoing,
        int packet,
        Duration start,
        Duration write,
        Duration idle) {

    /**
     * The usual limits: 16384 connections (from one address as well) and keys, 1024 packets of key exchanges, 64 sessions a key,
     * 16384 queries a session, 8 MiB for a client, 16 MiB a packet, 30 s to start, 30 s for a packet, 600 s of silence.
     */
    public static final DataCenterLimits DEFAULT = new DataCenterLimits(
            16_384,
            16_384,
            1024,
            1024,
            16_384,
            64,
            16_384,
            1 << 23,
            1 << 24,
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(600));

    /** Checks that nothing is 0 or less. */
    public DataCenterLimits {
        int least = Math.min(connections, Math.min(connectionsPerAddress, Math.min(keys, sessionsPerKey)));
        least = Math.min(least, Math.min(exchanges, Math.min(exchangesPerAddress, queries)));
        if (Math.min(least, Math.min(outgoing, packet)) < 1) {
            throw new IllegalArgumentException("a limit of a data centre is 1 or more");
        }
        checkTime(start);
        checkTime(write);
        checkTime(idle);
    }

    /** Starts from the usual limits. */
    public static DataCenterLimitsBuilder builder() {
        return new DataCenterLimitsBuilder();
    }

    private static void checkTime(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("a time limit of a data centre is positive");
        }
    }
}
