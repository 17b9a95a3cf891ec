package dev.mtproto.testkit.server;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Wakes a session at the deadline of its engine. Guarded by the lock of the session. */
final class SessionAlarm {

    private final Timer timer;
    private final Runnable wake;
    private Timer.@Nullable Alarm alarm;

    SessionAlarm(Timer timer, Runnable wake) {
        this.timer = timer;
        this.wake = wake;
    }

    /** An alarm that comes too early does no harm, and is left as it is. */
    void set(OptionalLong deadline) {
        if (deadline.isEmpty()) {
            cancel();
        } else if (alarm == null || alarm.at() > deadline.getAsLong()) {
            alarm = timer.set(deadline.getAsLong(), wake, alarm);
        }
    }

    void cancel() {
        timer.cancel(alarm);
        alarm = null;
    }

    /** Notes that it has come. */
    void rang() {
        alarm = null;
    }
}
