package dev.mtproto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts how long calls took, in ranges whose width is a 32nd of where they lie. Safe for use by several threads. */
final class Latencies {

    private static final int STEPS_BITS = 5;
    private static final int STEPS = 1 << STEPS_BITS;

    /**
     * The calls of a range of times.
     *
     * @param upTo its end, in nanoseconds: a power of two
     * @param count how many of them took longer than half of it
     */
    record Range(long upTo, long count) {}

    private final AtomicLongArray counts = new AtomicLongArray((Long.SIZE - STEPS_BITS) * STEPS);

    /** Counts a call. */
    void add(long nanos) {
        counts.incrementAndGet(index(Math.max(0, nanos)));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** Returns the nanoseconds that so many in a hundred calls took at most; 0 without any call. */
    long percentile(double percent) {
        long rank = Math.max(1, (long) Math.ceil(count() * percent / 100));
        long seen = 0;
        for (int i = 0; i < counts.length(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return end(i);
            }
        }
        return 0;
    }

    /** Returns the nanoseconds that the longest call took at most. */
    long longest() {
        return percentile(100);
    }

    /** Returns the ranges from the first that has calls to the last. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int exponent = 0; exponent < Long.SIZE - 1; exponent++) {
            long count = 0;
            for (int i = 0; i < counts.length(); i++) {
                long end = end(i);
                count += end <= 1L << exponent && end > 1L << exponent >> 1 ? counts.get(i) : 0;
            }
            ranges.add(new Range(1L << exponent, count));
        }
        while (!ranges.isEmpty() && ranges.get(ranges.size() - 1).count() == 0) {
            ranges.remove(ranges.size() - 1);
        }
        while (!ranges.isEmpty() && ranges.get(0).count() == 0) {
            ranges.remove(0);
        }
        return ranges;
    }

    private static int index(long nanos) {
        if (nanos < STEPS) {
            return (int) nanos;
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - STEPS_BITS;
        return (exponent + 1) * STEPS + (int) (nanos >>> exponent) - STEPS;
    }

    /** Returns the first number of nanoseconds that does not belong to a counter. */
    private static long end(int index) {
        if (index < STEPS) {
            return index + 1L;
        }
        int exponent = index / STEPS - 1;
        return (STEPS + index % STEPS + 1L) << exponent;
    }
}
