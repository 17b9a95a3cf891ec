package dev.mtproto.client.files;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The time that passes between the attempts of a call. */
interface Timer {

    /** The time of the system. */
    Timer SYSTEM = new Timer() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void after(Duration pause, Runnable action) {
            CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(action);
        }
    };

    /** Returns a moment, comparable with others by its difference alone. */
    long nanos();

    /** Runs an action after a pause, on another thread. */
    void after(Duration pause, Runnable action);
}
