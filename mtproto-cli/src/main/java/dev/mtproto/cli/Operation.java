package dev.mtproto.cli;

import java.util.function.IntUnaryOperator;

/**
 * Something to measure.
 *
 * @param name its name
 * @param size the length of the text or body in bytes, 0 for none
 * @param batch how often it is done at a stretch
 * @param timed does it so often; returns the nanoseconds that count
 */
record Operation(String name, int size, int batch, Timed timed) {

    /** Keeps what the measured code computes, so that none of it can be left out. */
    private static volatile int sink;

    /** Does a batch. */
    interface Timed {
        /** Does the operation {@code times} times, and returns the nanoseconds that count. */
        long run(int times);
    }

    /**
     * An operation whose whole time counts.
     *
     * @param step does it once, given how often it was done in this batch; returns something that depends on the result
     */
    static Operation of(String name, int size, int batch, IntUnaryOperator step) {
        return new Operation(name, size, batch, times -> {
            int result = 0;
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                result ^= step.applyAsInt(i);
            }
            long spent = System.nanoTime() - start;
            sink = result;
            return spent;
        });
    }

    static int batchFor(int size) {
        return Math.max(1, Math.min(256, 262_144 / size));
    }
}
