package dev.mtproto.session.engine;

import java.time.InstantSource;

/**
 * Milliseconds that never go back. Waiting times are measured by them: a wall clock that is set back must not stop the timers.
 * While the wall clock steps back the ticker stands still; a step forward passes on, and at worst lets timers end early.
 */
final class Ticker {

    private final InstantSource source;
    private long wall;
    private long elapsed;

    Ticker(InstantSource source) {
        this.source = source;
        this.wall = source.millis();
    }

    /** Returns the milliseconds since the ticker was made. */
    long now() {
        long reading = source.millis();
        elapsed += Math.max(0, reading - wall);
        wall = reading;
        return elapsed;
    }

    /** Turns a moment of this ticker into one of the wall clock, as it is set now. */
    long toWall(long moment) {
        return wall + moment - elapsed;
    }
}
