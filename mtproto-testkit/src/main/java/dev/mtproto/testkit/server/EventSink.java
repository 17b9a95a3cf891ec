package dev.mtproto.testkit.server;

import dev.mtproto.testkit.DataCenterEvent;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Passes events of many threads to one listener, one at a time. */
public final class EventSink {

    private final Consumer<DataCenterEvent> listener;
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Makes a sink.
     *
     * @param listener who is told
     */
    public EventSink(Consumer<DataCenterEvent> listener) {
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
