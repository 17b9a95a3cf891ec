package dev.mtproto.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries several transports with a stagger, and keeps the first that completes.
 *
 * @param <T> what an attempt gives
 */
final class Race<T> {

    private final Function<Transport, T> attempt;
    private final Consumer<T> discard;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable T winner;
    private @Nullable RuntimeException failure;
    private int failed;
    private boolean over;

    /**
     * @param attempt makes one attempt
     * @param discard takes what came too late
     */
    Race(Function<Transport, T> attempt, Consumer<T> discard) {
        this.attempt = attempt;
        this.discard = discard;
    }

    /**
     * Runs the race to its end.
     *
     * @param transports in the order of their start
     * @param stagger the wait of each for the one before
     * @throws MtprotoException what one of the transports failed with, if all did
     */
    T run(List<Transport> transports, Duration stagger) {
        if (transports.size() == 1) {
            return attempt.apply(transports.get(0));
        }
        lock.lock();
        try {
            for (int started = 1; started <= transports.size() && winner == null; started++) {
                Transport transport = transports.get(started - 1);
                ConnectionThreads.start("mtproto-race", () -> attempt(transport));
                await(started, started == transports.size(), stagger.toNanos());
            }
            if (winner != null) {
                return winner;
            }
            throw failure == null ? new TransportException("no transport reached the server", null) : failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while connecting", e);
        } finally {
            over = true;
            lock.unlock();
        }
    }

    private void await(int started, boolean last, long nanos) throws InterruptedException {
        long left = nanos;
        while (winner == null && failed < started && (last || left > 0)) {
            if (last) {
                changed.await();
            } else {
                left = changed.awaitNanos(left);
            }
        }
    }

    private void attempt(Transport transport) {
        T made;
        try {
            made = attempt.apply(transport);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        if (!finish(made)) {
            discard.accept(made);
        }
    }

    private boolean finish(T made) {
        lock.lock();
        try {
            boolean first = winner == null && !over;
            if (first) {
                winner = made;
                changed.signalAll();
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void fail(RuntimeException e) {
        lock.lock();
        try {
            failed++;
            failure = e;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
