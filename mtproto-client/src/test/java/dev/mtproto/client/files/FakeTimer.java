package dev.mtproto.client.files;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timer whose pauses are over at once, and are noted. */
final class FakeTimer implements Timer {

    final List<Duration> pauses = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public void after(Duration pause, Runnable action) {
        synchronized (this) {
            now += pause.toNanos();
            pauses.add(pause);
        }
        action.run();
    }
}
