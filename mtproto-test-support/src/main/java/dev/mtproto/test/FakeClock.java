package dev.mtproto.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is set or advanced. */
public final class FakeClock implements InstantSource {

    private volatile Instant now;

    /** Makes a clock that shows the given moment. */
    public FakeClock(Instant now) {
        this.now = now;
    }

    /** Makes a clock that shows the given unix time. */
    public static FakeClock at(long unixSeconds) {
        return new FakeClock(Instant.ofEpochSecond(unixSeconds));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Shows another moment, earlier or later. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Goes forward; backward if the duration is negative. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }
}
