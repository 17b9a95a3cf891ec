package dev.mtproto.cli;

import java.util.Arrays;

/**
 * Measures the time of an operation: warms up, then does rounds.
 *
 * @param warmUp nanoseconds to warm up
 * @param rounds how many rounds
 * @param round the least nanoseconds of a round
 */
record Stopwatch(long warmUp, int rounds, long round) {

    static final Stopwatch NORMAL = new Stopwatch(500_000_000, 7, 200_000_000);
    static final Stopwatch QUICK = new Stopwatch(50_000_000, 2, 50_000_000);

    /** Returns the nanoseconds of one operation: the median of the rounds' means. */
    double median(Operation operation) {
        mean(operation, warmUp);
        double[] means = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            means[i] = mean(operation, round);
        }
        Arrays.sort(means);
        return (means[(rounds - 1) / 2] + means[rounds / 2]) / 2;
    }

    private static double mean(Operation operation, long least) {
        long spent = 0;
        long done = 0;
        while (spent < least) {
            spent += operation.timed().run(operation.batch());
            done += operation.batch();
        }
        return (double) spent / done;
    }
}
