package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.http.HttpClientCodec;
import java.net.InetSocketAddress;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests one after the other, each of which waits for its response. The TCP connection below is opened when there is
 * something to send, and again when the server has closed it between two requests, as HTTP servers do.
 */
final class HttpLane {

    private final Supplier<Dialed> dialer;
    private final Supplier<HttpClientCodec> codecs;
    private final HttpArrivals arrivals;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpConnection open;
    private boolean awaiting;
    private boolean closed;
    private long sentBefore;
    private long readBefore;

    HttpLane(Supplier<Dialed> dialer, Supplier<HttpClientCodec> codecs, HttpArrivals arrivals) {
        this.dialer = dialer;
        this.codecs = codecs;
        this.arrivals = arrivals;
    }

    /** Tells whether a request may be sent: the response to the last one was handed on. */
    boolean isFree() {
        lock.lock();
        try {
            return !awaiting && !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Sends a request. */
    void send(PacketBuffer packet) {
        HttpConnection target;
        lock.lock();
        try {
            if (awaiting) {
                throw new IllegalStateException("an HTTP request waits for its response");
            }
            awaiting = true;
            target = open;
            if (target != null) {
                target.expectResponse();
            }
        } finally {
            lock.unlock();
        }
        (target == null ? dial(true) : target).write(packet);
    }

    /** Opens the TCP connection, and returns the address of the server. */
    InetSocketAddress connect() {
        return dial(false).remoteAddress();
    }

    long bytesSent() {
        lock.lock();
        try {
            return sentBefore + (open == null ? 0 : open.bytesSent());
        } finally {
            lock.unlock();
        }
    }

    long bytesReceived() {
        lock.lock();
        try {
            return readBefore + (open == null ? 0 : open.bytesReceived());
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            drop();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a response was handed on. */
    void answered() {
        lock.lock();
        try {
            awaiting = false;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a connection that is over, and tells whether a request on it has no response, so that it may be lost. */
    boolean over(HttpConnection connection) {
        lock.lock();
        try {
            if (open == connection) {
                drop();
            }
            return connection.expectsResponse();
        } finally {
            lock.unlock();
        }
    }

    private HttpConnection dial(boolean forRequest) {
        Dialed dialed = dialer.get();
        lock.lock();
        try {
            if (closed) {
                FramedSocket.closeQuietly(dialed.socket());
                throw new TransportException("the connection is closed", null);
            }
            HttpConnection created = new HttpConnection(this, dialed, codecs.get(), arrivals);
            if (forRequest) {
                created.expectResponse();
            }
            open = created;
            ConnectionThreads.start("mtproto-http", created::read);
            return created;
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        if (open != null) {
            sentBefore += open.bytesSent();
            readBefore += open.bytesReceived();
            open.close();
            open = null;
        }
    }
}
