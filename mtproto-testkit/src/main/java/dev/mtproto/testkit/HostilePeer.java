package dev.mtproto.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A server that does what a script says, to see how a client bears it. Each connection runs the script from its start in a
 * thread of its own, and is closed at the script's end.
 */
public final class HostilePeer implements AutoCloseable {

    /** What the peer does on a connection. */
    @FunctionalInterface
    public interface Script {

        /**
         * Talks to a client.
         *
         * @param in what the client sends
         * @param out what the client receives
         * @throws IOException if the connection is lost, which ends the script
         */
        void run(InputStream in, OutputStream out) throws IOException;

        /** First this script, then another one. */
        default Script then(Script next) {
            return (in, out) -> {
                run(in, out);
                next.run(in, out);
            };
        }
    }

    private final LoopbackListener listener;
    private final Script script;

    private HostilePeer(Script script) {
        this.script = script;
        this.listener = LoopbackListener.open("mtproto-hostile", this::talk);
    }

    /**
     * Starts a peer on a free loopback port.
     *
     * @param script what it does
     * @throws UncheckedIOException if there is no port
     */
    public static HostilePeer start(Script script) {
        return new HostilePeer(script);
    }

    /** A script that waits until the client has sent so many bytes. */
    public static Script read(int count) {
        return (in, out) -> {
            if (in.readNBytes(count).length < count) {
                throw new IOException("the client sent less");
            }
        };
    }

    /** A script that sends bytes. */
    public static Script send(byte... bytes) {
        return (in, out) -> {
            out.write(bytes);
            out.flush();
        };
    }

    /** A script that says nothing and waits until the client gives up. */
    public static Script silence() {
        return (in, out) -> in.transferTo(OutputStream.nullOutputStream());
    }

    /** Returns where the peer listens. */
    public InetSocketAddress address() {
        return listener.address();
    }

    @Override
    public void close() {
        listener.close();
    }

    private void talk(Socket socket) {
        try (socket) {
            script.run(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            // the client closed the connection: the script is over
        }
    }
}
