package dev.mtproto.client;

import dev.mtproto.transport.socket.FramedSocket;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open connections of a client, and what all of them carried. Safe for use by several threads. */
final class Sockets {

    private final Set<FramedSocket> open = new HashSet<>();
    private long sent;
    private long received;
    private boolean closed;
    private @Nullable InetSocketAddress lastPeer;

    /** Takes over a connection; closes it at once if the client is closed. */
    synchronized void add(FramedSocket socket) {
        open.add(socket);
        lastPeer = socket.remoteAddress();
        if (closed) {
            retire(socket);
        }
    }

    /** Closes a connection. */
    synchronized void retire(FramedSocket socket) {
        socket.close();
        if (open.remove(socket)) {
            sent += socket.bytesSent();
            received += socket.bytesReceived();
        }
    }

    /** Closes all connections, and those that are still to come. */
    synchronized void close() {
        closed = true;
        Set.copyOf(open).forEach(this::retire);
    }

    synchronized InetSocketAddress lastPeer() {
        if (lastPeer == null) {
            throw new IllegalStateException("there was no connection yet");
        }
        return lastPeer;
    }

    synchronized long sent() {
        return sent + open.stream().mapToLong(FramedSocket::bytesSent).sum();
    }

    synchronized long received() {
        return received + open.stream().mapToLong(FramedSocket::bytesReceived).sum();
    }
}
