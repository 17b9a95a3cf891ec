package dev.mtproto.testkit;

import java.time.Duration;

/**
 * What an embedded data centre takes at most.
 *
 * @param connections how many at a time; further ones are closed at once
 * @param connectionsPerAddress how many at a time from one address; further ones are answered with transport error -429
 * @param keys how many auth keys; beyond it the oldest one is forgotten
 * @param sessionsPerKey how many sessions of one key; beyond it the one that was used longest ago is forgotten
 * @param packet the longest packet of a client, in bytes
 * @param start how long a connection may take to its first encrypted message; the transport has to be recognised in it too
 * @param idle how long a connection may be silent after that
 */
public record DataCenterLimits(
        int connections,
        int connectionsPerAddress,
        int keys,
        int sessionsPerKey,
        int packet,
        Duration start,
        Duration idle) {

    /** The usual limits: 16384 connections (from one address as well) and keys, 64 sessions a key, 16 MiB, 30 s to start, 600 s of silence. */
    public static final DataCenterLimits DEFAULT =
            new DataCenterLimits(16_384, 16_384, 16_384, 64, 1 << 24, Duration.ofSeconds(30), Duration.ofSeconds(600));

    /** Checks that nothing is 0 or less. */
    public DataCenterLimits {
        if (connections < 1 || connectionsPerAddress < 1 || keys < 1 || sessionsPerKey < 1 || packet < 1) {
            throw new IllegalArgumentException("a limit of a data centre is 1 or more");
        }
        if (start.isZero() || start.isNegative() || idle.isZero() || idle.isNegative()) {
            throw new IllegalArgumentException("a time limit of a data centre is positive");
        }
    }
}
