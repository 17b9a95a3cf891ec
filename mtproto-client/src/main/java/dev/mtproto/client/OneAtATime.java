package dev.mtproto.client;

import dev.mtproto.api.Check;
import java.util.concurrent.locks.ReentrantLock;

/** Calls a listener from several threads, one at a time. */
final class OneAtATime implements ConnectionListener {

    private final ConnectionListener listener;
    private final ReentrantLock lock = new ReentrantLock();

    OneAtATime(ConnectionListener listener) {
        this.listener = listener;
    }

    @Override
    public void message(ObservedMessage message) {
        call(() -> listener.message(message));
    }

    @Override
    public void refused(Check check) {
        call(() -> listener.refused(check));
    }

    private void call(Runnable event) {
        lock.lock();
        try {
            event.run();
        } finally {
            lock.unlock();
        }
    }
}
