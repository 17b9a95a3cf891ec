package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTests {

    private final Latencies times = new Latencies();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 1000, 123_456_789, 1L << 40, Long.MAX_VALUE / 2})
    void aTimeIsKnownToAThirtySecond(long nanos) {
        times.add(nanos);
        long told = times.percentile(50);
        assertTrue(told > nanos && told <= nanos + nanos / 32 + 1, nanos + " as " + told);
    }

    @Test
    void percentilesCountFromTheShortest() {
        for (int i = 1; i <= 100; i++) {
            times.add(i * 1_000_000L);
        }
        assertEquals(100, times.count());
        assertTrue(Math.abs(times.percentile(50) - 50e6) < 50e6 / 32);
        assertTrue(Math.abs(times.percentile(99) - 99e6) < 99e6 / 32 + 1);
        assertTrue(times.longest() >= 100_000_000);
    }

    @Test
    void rangesDoubleAndHoldEveryCall() {
        for (long nanos : new long[] {3, 5, 6, 40}) {
            times.add(nanos);
        }
        assertEquals(
                List.of(
                        new Latencies.Range(4, 1),
                        new Latencies.Range(8, 2),
                        new Latencies.Range(16, 0),
                        new Latencies.Range(32, 0),
                        new Latencies.Range(64, 1)),
                times.ranges());
    }

    @Test
    void withoutCallsThereIsNothing() {
        assertEquals(0, times.percentile(99));
        assertEquals(List.of(), times.ranges());
    }
}
