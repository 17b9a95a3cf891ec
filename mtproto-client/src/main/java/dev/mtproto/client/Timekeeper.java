package dev.mtproto.client;

import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.transport.socket.ConnectionThreads;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The thread of a client that sees to it that what time brings about is done. */
final class Timekeeper {

    private static final long LONGEST_SLEEP = 3_600_000;
    /** A clock of the caller's own may jump, which nobody tells: it is looked at this often, in milliseconds. */
    private static final long JUMPS = 50;

    private final Driver driver;
    private final ClientSettings settings;
    private final KeyLife keys;
    private final Links links;
    private final ActiveCalls calls;
    private final ReentrantLock lock;
    private final Condition alarm;
    private long sleepingUntil = Long.MAX_VALUE;

    Timekeeper(
            Driver driver, ClientSettings settings, KeyLife keys, Links links, ActiveCalls calls, ReentrantLock lock) {
        this.driver = driver;
        this.settings = settings;
        this.keys = keys;
        this.links = links;
        this.calls = calls;
        this.lock = lock;
        this.alarm = lock.newCondition();
    }

    void start() {
        ConnectionThreads.start("mtproto-clock", this::run);
    }

    /** Wakes the thread if something is due before it wakes by itself. Called under the lock. */
    void check() {
        if (nextDeadline(settings.clock().millis()) < sleepingUntil) {
            alarm.signal();
        }
    }

    /** Wakes the thread, so that it ends. Called under the lock. */
    void stop() {
        alarm.signal();
    }

    private void run() {
        while (!driver.isClosed()) {
            lock.lock();
            try {
                sleepingUntil = Long.MIN_VALUE;
                calls.expire();
                driver.advance(null);
                long now = settings.clock().millis();
                sleepingUntil = nextDeadline(now);
                long longest = settings.isOwnClock() ? JUMPS : LONGEST_SLEEP;
                alarm.awaitNanos(Math.max(1, Math.min(sleepingUntil - now, longest)) * 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                lock.unlock();
            }
            driver.settle();
        }
    }

    private long nextDeadline(long now) {
        long next = Math.min(keys.nextDeadline().orElse(Long.MAX_VALUE), now + calls.untilNextDeadline());
        return Math.min(next, links.nextDeadline(now));
    }
}
