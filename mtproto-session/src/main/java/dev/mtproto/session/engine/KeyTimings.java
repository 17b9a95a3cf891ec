package dev.mtproto.session.engine;

/**
 * The times of temporary keys.
 *
 * @param expiresIn the life that is asked for, in seconds; more than 120
 * @param drain how long a replaced key finishes what it has begun, in milliseconds
 * @param retry the wait before a failed step is tried again, in milliseconds
 */
public record KeyTimings(int expiresIn, long drain, long retry) {

    /** The usual times: a day, 10 s, 2 s. */
    public static final KeyTimings DEFAULT = new KeyTimings(86_400, 10_000, 2_000);

    private static final int LAST_MINUTE = 60;

    /** Checks the times. */
    public KeyTimings {
        if (expiresIn <= 2 * LAST_MINUTE || drain <= 0 || retry < 0) {
            throw new IllegalArgumentException("a temporary key lives longer than 120 s, not " + expiresIn);
        }
    }

    /** Returns when a key that ends at a moment is to be replaced: at nine tenths of its life, a minute before at the latest. */
    long replaceAt(long createdAt, long endsAt) {
        return Math.min(createdAt + (endsAt - createdAt) / 10 * 9, endsAt - LAST_MINUTE);
    }
}
