package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;

/**
 * What an engine holds at most.
 *
 * @param requests the most requests that have no outcome yet
 * @param requestBytes the most bytes that their bodies have together
 * @param resends how often a request is sent again of the engine's own accord
 */
@Enforces(Check.D1)
public record EngineLimits(int requests, long requestBytes, int resends) {

    /** The usual limits: 16384 requests, 64 MiB, 5 times. */
    public static final EngineLimits DEFAULT = new EngineLimits(16_384, 64L << 20, 5);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public EngineLimits {
        if (requests < 0 || requestBytes < 0 || resends < 0) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
    }
}
