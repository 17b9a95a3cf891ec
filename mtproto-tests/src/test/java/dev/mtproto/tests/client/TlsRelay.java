package dev.mtproto.tests.client;

import dev.mtproto.transport.socket.ConnectionThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** Ends TLS in front of a server, as those do that stand before a data centre. */
final class TlsRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final InetSocketAddress target;

    TlsRelay(SSLContext tls, InetSocketAddress target) throws IOException {
        this.listener = tls.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.target = target;
        ConnectionThreads.start("tls-relay", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                ConnectionThreads.start("tls-relayed", () -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(target.getAddress(), target.getPort())) {
            ConnectionThreads.start("tls-relayed-back", () -> copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException e) {
            // one of the two has left, or the client does not trust this side
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two has left
        }
    }
}
