package dev.mtproto.testkit.server;

import dev.mtproto.transport.socket.ConnectionThreads;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Does what time brings, for all sessions of a data centre, in one thread. It looks at the clock every tenth of a second at
 * least, since a clock that was injected moves as it likes.
 */
final class Timer implements AutoCloseable {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * Something to be done.
     *
     * @param at when, in unix milliseconds
     * @param number tells it from others of that moment
     * @param task does it; must not block
     */
    record Alarm(long at, long number, Runnable task) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            int order = Long.compare(at, other.at);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    private final InstantSource clock;
    private final Runnable sweep;
    private final TreeSet<Alarm> alarms = new TreeSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long count;
    private boolean closed;

    /** @param sweep done at every look; must not block */
    Timer(InstantSource clock, Runnable sweep) {
        this.clock = clock;
        this.sweep = sweep;
    }

    void start() {
        ConnectionThreads.start("mtproto-timer", this::run);
    }

    /** Has something done at a time instead of at another one, which may be over. */
    Alarm set(long at, Runnable task, @Nullable Alarm instead) {
        lock.lock();
        try {
            if (instead != null) {
                alarms.remove(instead);
            }
            Alarm alarm = new Alarm(at, ++count, task);
            alarms.add(alarm);
            if (alarms.first().equals(alarm)) {
                changed.signal();
            }
            return alarm;
        } finally {
            lock.unlock();
        }
    }

    void cancel(@Nullable Alarm alarm) {
        if (alarm != null) {
            lock.lock();
            try {
                alarms.remove(alarm);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            alarms.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (List<Alarm> due = await(); due != null; due = await()) {
            for (Alarm alarm : due) {
                attempt(alarm.task());
            }
            attempt(sweep);
        }
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.getLogger("dev.mtproto.testkit").log(System.Logger.Level.ERROR, "a timer's task failed", e);
        }
    }

    /** Waits for the next look; null at the end. */
    @SuppressWarnings("WaitNotInLoop") // a look too many does no harm
    private @Nullable List<Alarm> await() {
        lock.lock();
        try {
            long wait = alarms.isEmpty()
                    ? LOOK
                    : Math.min(
                            LOOK, TimeUnit.MILLISECONDS.toNanos(alarms.first().at() - clock.millis()));
            if (wait > 0 && !closed) {
                changed.awaitNanos(wait);
            }
            long now = clock.millis();
            List<Alarm> due = new ArrayList<>();
            while (!alarms.isEmpty() && alarms.first().at() <= now) {
                due.add(alarms.pollFirst());
            }
            return closed ? null : due;
        } catch (InterruptedException e) {
            return null; // nobody interrupts it but to end it
        } finally {
            lock.unlock();
        }
    }
}
