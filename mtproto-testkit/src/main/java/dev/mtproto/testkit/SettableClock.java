package dev.mtproto.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set or moved, for clients and data centres alike. Safe for use by several threads. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    /** Makes a clock that shows the given moment. */
    public SettableClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Shows another moment. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    /** Moves on; back if the duration is negative. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
