package dev.mtproto.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set or moved, for clients and data centres alike. Safe for use by several threads. */
public final class SettableClock implements InstantSource {

    private final AtomicReference<Instant> now;

    /** Makes a clock that shows the given moment. */
    public SettableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Shows another moment. */
    public void set(Instant moment) {
        now.set(moment);
    }

    /** Moves on; back if the duration is negative. */
    public void advance(Duration duration) {
        now.updateAndGet(moment -> moment.plus(duration));
    }
}
