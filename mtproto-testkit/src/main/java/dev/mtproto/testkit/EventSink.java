package dev.mtproto.testkit;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Passes events of many threads to one listener, one at a time. */
final class EventSink {

    private final Consumer<DataCenterEvent> listener;
    private final ReentrantLock lock = new ReentrantLock();

    EventSink(Consumer<DataCenterEvent> listener) {
        this.listener = listener;
    }

    void accept(DataCenterEvent event) {
        lock.lock();
        try {
            listener.accept(event);
        } finally {
            lock.unlock();
        }
    }
}
