package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hands updates to the application in order, and has the connection wait while it does not keep up. */
final class Updates {

    private static final int MOST_WAITING = 1024;

    private final UpdateListener listener;
    private final TlSchema schema;
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition taken = lock.newCondition();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(2);
    private boolean running;
    private boolean closed;

    Updates(UpdateListener listener, TlSchema schema, Executor executor) {
        this.listener = listener;
        this.schema = schema;
        this.executor = executor;
    }

    void add(byte[] body) {
        if (listener != UpdateListener.NONE) {
            later(() -> deliver(body));
        }
    }

    void gap() {
        later(listener::gap);
    }

    /** Waits while too much is not taken yet. */
    @Enforces(Check.D1)
    void awaitRoom() {
        lock.lock();
        try {
            while (waiting.size() >= MOST_WAITING && !closed) {
                taken.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            taken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void deliver(byte[] body) {
        TlObject update;
        try {
            TlReader reader = new TlReader(body, 0, body.length, schema);
            update = reader.readObject();
            reader.expectEnd();
        } catch (TlException e) {
            listener.unknown(body);
            return;
        }
        listener.update(update);
    }

    private void later(Runnable delivery) {
        lock.lock();
        try {
            waiting.add(delivery);
            if (running) {
                return;
            }
            running = true;
        } finally {
            lock.unlock();
        }
        executor.execute(this::run);
    }

    private void run() {
        for (Runnable next = next(); next != null; next = next()) {
            try {
                next.run();
            } catch (RuntimeException e) {
                System.getLogger("dev.mtproto.client").log(System.Logger.Level.ERROR, "the update listener failed", e);
            }
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            Runnable next = waiting.poll();
            running = next != null;
            taken.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }
}
