package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/**
 * A connection that carries packets. One thread receives; any number send, each packet whole; {@link #close} may be called
 * by any and ends what the others wait for. Sending blocks while the peer does not read.
 *
 * <p>Over HTTP each packet of the client's is a request, and each of the server's a response to one. So a packet can be sent
 * only while {@link #canSend}, which {@link #receive} makes true again: on a server when a request has come, on a client when
 * the response to the last packet has. A client has a second TCP connection, on which it waits for what the server has to
 * say: whenever {@link #wantsPoll}, it puts an {@code http_wait} into a packet and {@linkplain #sendPoll sends} that there.
 * Into every other packet it puts an {@code http_wait} whose {@code max_wait} is 0, or its response is held back for 25 s.
 *
 * @see <a href="https://core.telegram.org/mtproto/transports#http">HTTP transport</a>
 * @see <a href="https://core.telegram.org/mtproto/service_messages#http-wait-long-poll">HTTP Wait/Long Poll</a>
 */
public final class FramedSocket implements Closeable {

    /** What a wait for bytes ended with. */
    public enum Received {
        /** Bytes came, and perhaps packets with them. */
        BYTES,
        /** Nothing came in time. */
        NOTHING,
        /** The peer closed the connection. */
        END
    }

    private final Link link;
    private final Optional<Framing> framing;
    private final Carrier carrier;

    FramedSocket(Link link, Optional<Framing> framing, Carrier carrier) {
        this.link = link;
        this.framing = framing;
        this.carrier = carrier;
    }

    /**
     * Connects to a server.
     *
     * @param address where to; resolved here if it is not, by the proxy if there is one
     * @param transport what is spoken
     * @param options what that needs
     * @throws TransportException if the server cannot be reached, or a proxy refuses
     */
    public static FramedSocket connect(InetSocketAddress address, Transport transport, DialOptions options) {
        return new Dialer(address, transport, options).connect();
    }

    /**
     * Takes over a connection that a server accepted: waits for its first bytes and recognises by them what the client
     * speaks.
     *
     * @param socket the connection; closed if this fails
     * @param transports what is accepted
     * @throws TransportException if nothing is recognised, or the client does not say enough in time
     */
    public static FramedSocket accept(Socket socket, ServerTransports transports) {
        try {
            socket.setTcpNoDelay(true);
            return new Accepting(socket, transports).accept();
        } catch (IOException e) {
            closeQuietly(socket);
            throw new TransportException("no transport was recognised: " + Conversation.reason(e), e);
        } catch (RuntimeException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    /** Returns what carries the packets. */
    public Carrier carrier() {
        return carrier;
    }

    /** Returns how packets are framed; empty over HTTP. */
    public Optional<Framing> framing() {
        return framing;
    }

    /** Returns how many bytes were sent, with all that stands around packets; without the records of true TLS. */
    public long bytesSent() {
        return link.bytesSent();
    }

    /** Returns how many bytes were received, counted in the same way. */
    public long bytesReceived() {
        return link.bytesReceived();
    }

    /** Returns the address of the peer. */
    public InetSocketAddress remoteAddress() {
        return link.remoteAddress();
    }

    /** Tells whether a packet may be sent now: always, but over HTTP not before something else was received. */
    public boolean canSend() {
        return link.canSend();
    }

    /**
     * Sends a packet. The buffer holds the framed bytes afterwards.
     *
     * @param packet the packet
     * @param quickAck whether the server is asked for a quick acknowledgement; nothing where the transport has none
     * @throws TransportException if the connection is lost
     * @throws IllegalStateException unless {@link #canSend}
     */
    public void send(PacketBuffer packet, boolean quickAck) {
        link.send(packet, quickAck);
    }

    /** Tells whether the server has to be asked for what it has to say: on a client over HTTP while no poll is out. */
    public boolean wantsPoll() {
        return link.wantsPoll();
    }

    /**
     * Sends a packet whose response the server may hold back, as the {@code http_wait} in it says.
     *
     * @param packet the packet
     * @throws TransportException if the connection is lost
     * @throws IllegalStateException unless {@link #wantsPoll}
     */
    public void sendPoll(PacketBuffer packet) {
        link.sendPoll(packet);
    }

    /**
     * Sends a quick acknowledgement, as a server does; nothing where the transport has none.
     *
     * @param token the token of the message
     */
    public void sendQuickAck(int token) {
        link.quickAck(token);
    }

    /**
     * Sends a transport error, as a server does before it closes the connection. Over HTTP it takes the place of the
     * response; nothing is sent where none is awaited.
     *
     * @param code a negative number, such as -404
     */
    public void sendError(int code) {
        link.error(code);
    }

    /**
     * Waits for bytes and hands on the packets that are complete with them, none or several.
     *
     * @param handler receives them
     * @param timeout the longest wait; zero for no limit
     * @return what the wait ended with
     * @throws TransportException if a packet breaks a rule, or the connection is lost
     */
    public Received receive(FrameHandler handler, Duration timeout) {
        return link.receive(handler, timeout);
    }

    @Override
    public void close() {
        link.close();
    }

    static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is left to do with it
        }
    }
}
