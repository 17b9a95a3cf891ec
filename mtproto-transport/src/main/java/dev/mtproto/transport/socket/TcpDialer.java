package dev.mtproto.transport.socket;

import dev.mtproto.api.TransportException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens the stream of bytes below a client's packets: TCP, through a proxy if there is one, and TLS. */
final class TcpDialer {

    private final Transport transport;
    private final InetSocketAddress target;
    private final Duration timeout;

    TcpDialer(Transport transport, InetSocketAddress target, Duration timeout) {
        this.transport = transport;
        this.target = target;
        this.timeout = timeout;
    }

    /**
     * Does what follows on a new connection, and closes it if that fails.
     *
     * @param then makes use of the connection
     * @throws TransportException if there is none
     */
    <T> T dial(Then<T> then) {
        InetSocketAddress first =
                transport.proxy().map(proxy -> proxy.address()).orElse(target);
        String name = first.getHostString() + ":" + first.getPort();
        InetSocketAddress resolved =
                first.isUnresolved() ? new InetSocketAddress(first.getHostString(), first.getPort()) : first;
        if (resolved.isUnresolved()) {
            throw new TransportException("cannot connect to " + name + ": the host is not known", null);
        }
        Socket socket = new Socket();
        try {
            long deadline = System.nanoTime() + timeout.toNanos();
            socket.setTcpNoDelay(true);
            socket.connect(resolved, FramedSocket.millis(timeout));
            return then.on(secured(proxied(socket, deadline), deadline));
        } catch (TransportException e) {
            FramedSocket.closeQuietly(socket);
            throw e;
        } catch (IOException | RuntimeException e) {
            FramedSocket.closeQuietly(socket);
            throw new TransportException("cannot connect to " + name + ": " + Conversation.reason(e), e);
        }
    }

    /** What is done on a new connection. */
    interface Then<T> {
        T on(Dialed dialed) throws IOException;
    }

    private Dialed proxied(Socket tcp, long deadline) throws IOException {
        Conversation talk = new Conversation(tcp, deadline);
        if (transport.proxy().isPresent()) {
            talk.run(transport.proxy().get().newHandshake(target.getHostString(), target.getPort()));
        }
        return new Dialed(tcp, talk);
    }

    private Dialed secured(Dialed below, long deadline) throws IOException {
        if (!transport.carrier().isTls()) {
            return below;
        }
        SSLSocketFactory factory = transport.tls().orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket secured =
                (SSLSocket) factory.createSocket(below.socket(), target.getHostString(), target.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(below.talk().millisLeft());
        secured.startHandshake();
        return new Dialed(secured, new Conversation(secured, deadline));
    }
}
