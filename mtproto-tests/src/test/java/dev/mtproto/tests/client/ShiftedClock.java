package dev.mtproto.tests.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes as the system's does, from a moment of its own on, and can be put forward or back. */
final class ShiftedClock implements InstantSource {

    private final Instant start;
    private final long startedAt = System.nanoTime();
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Instant start) {
        this.start = start;
    }

    void advance(Duration by) {
        shift = shift.plus(by);
    }

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startedAt).plus(shift);
    }
}
