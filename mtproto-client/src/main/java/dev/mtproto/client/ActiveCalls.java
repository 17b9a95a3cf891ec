package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.Outcome;
import dev.mtproto.session.engine.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a client from their start to their end. Guarded by the driver's lock, but for {@link #settle} and
 * {@link #drain}, which take no lock or take it themselves.
 */
final class ActiveCalls {

    private final ClientSettings settings;
    private final KeyLife keys;
    private final ReentrantLock lock;
    private final Condition changed;
    private final Calls calls = new Calls();
    /** Ends that are to be told when the lock is free. */
    private final Queue<Runnable> endings = new ConcurrentLinkedQueue<>();

    private @Nullable MtprotoException lastFailure;
    private boolean closed;

    ActiveCalls(ClientSettings settings, KeyLife keys, ReentrantLock lock) {
        this.settings = settings;
        this.keys = keys;
        this.lock = lock;
        this.changed = lock.newCondition();
    }

    /** Takes a call; waits first while there are too many, unless this thread is one that has to receive for that to change. */
    @Enforces({Check.D1, Check.D6})
    void submit(Call<?> call, Collection<Link> links) {
        boolean mayWait = links.stream().noneMatch(link -> link.isReceiver(Thread.currentThread()));
        while (mayWait && !closed && calls.isFull(settings.limits(), call.query().length)) {
            changed.awaitUninterruptibly();
        }
        if (closed) {
            end(call, new Outcome.NeverSent(Reason.CLOSED));
            return;
        }
        call.id = keys.submit(call.request());
        Duration timeout = call.options().timeout().orElse(settings.callTimeout());
        if (!timeout.isZero()) {
            call.deadline = now() + timeout.toMillis();
        }
        calls.add(call);
    }

    void ended(EngineEvent.Done done) {
        Call<?> call = calls.remove(done.requestId());
        if (call != null) {
            lastFailure = done.outcome() instanceof Outcome.Answered ? null : lastFailure;
            end(call, done.outcome());
            changed.signalAll();
        }
    }

    void quickAcked(long id) {
        Call<?> call = calls.get(id);
        if (call != null) {
            call.options().received().ifPresent(endings::add);
        }
    }

    void resent(EngineEvent.Resent resent) {
        Call<?> call = calls.get(resent.requestId());
        if (call != null) {
            settings.observers().resent(call, resent.times());
        }
    }

    /** Ends the calls whose time is over. */
    void expire() {
        long now = now();
        for (Call<?> call = calls.nextOverdue(now); call != null; call = calls.nextOverdue(now)) {
            call.timedOut = true;
            keys.cancel(call.id);
        }
    }

    /** Returns how long it is until the next call times out, in milliseconds. */
    long untilNextDeadline() {
        OptionalLong next = calls.nextDeadline();
        return next.isEmpty() ? Long.MAX_VALUE / 2 : Math.max(0, next.getAsLong() - now());
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    void lastFailure(MtprotoException failure) {
        lastFailure = failure;
    }

    void close(MtprotoException cause) {
        lastFailure = cause;
        closed = true;
        changed.signalAll();
    }

    /** Takes no more calls, and waits until all have ended; false if the time is over before. */
    boolean drain(Duration longest) {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            long left = longest.toNanos();
            while (calls.size() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return calls.size() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Completes what has ended, on the client's executor. To be called without the lock. */
    void settle() {
        for (Runnable ending = endings.poll(); ending != null; ending = endings.poll()) {
            settings.executor().execute(ending);
        }
    }

    private void end(Call<?> call, Outcome outcome) {
        settings.observers().ended(call, outcome);
        MtprotoException failure = lastFailure;
        call.markEnded();
        endings.add(() -> call.end(outcome, settings.schema(), failure));
    }
}
