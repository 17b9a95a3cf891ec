package dev.mtproto.transport.socket;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket.Received;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of a client have received, for the one thread that receives. No more than one response for each of
 * them: the next request waits until the last response was taken out.
 */
final class HttpArrivals {

    private final BlockingQueue<Function<FrameHandler, Received>> queue = new LinkedBlockingQueue<>();

    /** Adds a response, which frees its lane when it is taken. */
    void add(HttpLane lane, Consumer<FrameHandler> what) {
        queue.add(handler -> {
            lane.answered();
            what.accept(handler);
            return Received.BYTES;
        });
    }

    /** Adds the end of the connection. */
    void end() {
        queue.add(handler -> Received.END);
    }

    /** Adds the failure of the connection. */
    void fail(TransportException cause) {
        queue.add(handler -> {
            throw cause;
        });
    }

    /** Takes out one. */
    Received take(FrameHandler handler, Duration timeout) {
        Function<FrameHandler, Received> next;
        try {
            next = timeout.isZero() ? queue.take() : queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("the thread was interrupted", e);
        }
        return taken(next, handler);
    }

    private static Received taken(@Nullable Function<FrameHandler, Received> next, FrameHandler handler) {
        return next == null ? Received.NOTHING : next.apply(handler);
    }
}
