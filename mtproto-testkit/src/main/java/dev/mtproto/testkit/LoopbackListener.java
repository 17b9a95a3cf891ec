package dev.mtproto.testkit;

import dev.mtproto.transport.socket.ConnectionThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Listens on a free loopback port and gives each connection to a thread of its own, which has to close it. */
final class LoopbackListener implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final ServerSocket socket;

    private LoopbackListener(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Starts to listen.
     *
     * @param name what its threads are called
     * @param serve takes each connection
     * @throws UncheckedIOException if there is no port
     */
    static LoopbackListener open(String name, Consumer<Socket> serve) {
        try {
            LoopbackListener listener =
                    new LoopbackListener(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            ConnectionThreads.start(name + "-accept", () -> listener.accept(name, serve));
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface for " + name, e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Stops listening; connections live on. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it no longer listens either way
        }
    }

    private void accept(String name, Consumer<Socket> serve) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                ConnectionThreads.start(name, () -> serve.accept(connection));
            } catch (IOException e) {
                // closed, or a client that was gone before it was accepted
            }
        }
    }
}
