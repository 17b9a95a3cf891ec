package dev.mtproto.session.engine;

/**
 * How long an engine waits for what, in milliseconds.
 *
 * @param ackDelay the longest time that a received message waits for its acknowledgement
 * @param stateAfter without news about a request for so long, the server is asked for its state
 * @param stateAgain after an answer to that, the next question comes so much later
 * @param pingEvery a ping goes out so often while a connection is open; 0 for never
 * @param pingLimit a connection that brings nothing for so long after a ping is given up
 * @param drain after a change of session, what is still to come in the old one is awaited for so long
 * @param firstBackOff the wait before the second automatic re-sending of a request; it doubles each time
 */
public record EngineTimings(
        long ackDelay,
        long stateAfter,
        long stateAgain,
        long pingEvery,
        long pingLimit,
        long drain,
        long firstBackOff) {

    /** The usual times: 30 s, 10 s, 30 s, 60 s, 15 s, 10 s, 1 s. */
    public static final EngineTimings DEFAULT =
            new EngineTimings(30_000, 10_000, 30_000, 60_000, 15_000, 10_000, 1_000);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if one is negative, or one that has to pass is 0
     */
    public EngineTimings {
        if (ackDelay < 0 || pingEvery < 0 || firstBackOff < 0) {
            throw new IllegalArgumentException("a time cannot be negative");
        }
        if (stateAfter <= 0 || stateAgain <= 0 || pingLimit <= 0 || drain <= 0) {
            throw new IllegalArgumentException("these times have to be positive");
        }
    }
}
