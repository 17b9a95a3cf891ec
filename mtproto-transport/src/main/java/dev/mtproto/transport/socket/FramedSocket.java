package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A TCP connection that carries frames. One thread receives; any number send, each frame whole; {@link #close} may be called
 * by any and ends what the others wait for. Sending blocks while the peer does not read.
 */
public final class FramedSocket implements Closeable {

    /** What a wait for bytes ended with. */
    public enum Received {
        /** Bytes came, and perhaps frames with them. */
        BYTES,
        /** Nothing came in time. */
        NOTHING,
        /** The peer closed the connection. */
        END
    }

    /** Enough for the messages of a connection that has little to say: there may be thousands of them. */
    private static final int SMALL_BUFFER = 1 << 10;

    private static final int LARGE_BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final SocketOutput out;
    private final Wire wire;
    private final Framing framing;
    private final Carrier carrier;
    private final PacketBuffer small = new PacketBuffer(16);
    private byte[] buffer = new byte[SMALL_BUFFER];
    private byte[] ahead;
    private volatile long read;

    /** @param ahead what was read behind the handshakes, as frames stand in it */
    FramedSocket(Socket socket, Conversation talk, Wire wire, Framing framing, Carrier carrier, byte[] ahead)
            throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = talk.output();
        this.read = talk.bytesRead();
        this.wire = wire;
        this.framing = framing;
        this.carrier = carrier;
        this.ahead = ahead;
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

    /** Returns what carries the frames. */
    public Carrier carrier() {
        return carrier;
    }

    /** Returns how many bytes were sent, with all that stands around packets; without the records of true TLS. */
    public long bytesSent() {
        return out.written();
    }

    /** Returns how many bytes were received, counted in the same way. */
    public long bytesReceived() {
        return read;
    }

    /** Returns how packets are framed. */
    public Framing framing() {
        return framing;
    }

    /** Returns the address of the peer. */
    public InetSocketAddress remoteAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    /**
     * Sends a packet. The buffer holds the framed bytes afterwards.
     *
     * @param packet the packet
     * @param quickAck whether the server is asked for a quick acknowledgement
     * @throws TransportException if the connection is lost
     */
    public void send(PacketBuffer packet, boolean quickAck) {
        out.lock.lock();
        try {
            wire.encode(packet, quickAck, out);
        } finally {
            out.lock.unlock();
        }
    }

    /**
     * Sends a quick acknowledgement, as a server does.
     *
     * @param token the token of the message
     */
    public void sendQuickAck(int token) {
        out.lock.lock();
        try {
            wire.quickAck(token, small, out);
        } finally {
            out.lock.unlock();
        }
    }

    /**
     * Sends a transport error, as a server does before it closes the connection.
     *
     * @param code a negative number, such as -404
     */
    public void sendError(int code) {
        out.lock.lock();
        try {
            wire.error(code, small, out);
        } finally {
            out.lock.unlock();
        }
    }

    /**
     * Waits for bytes and hands on the frames that are complete with them, none or several.
     *
     * @param handler receives them
     * @param timeout the longest wait; zero for no limit
     * @return what the wait ended with
     * @throws TransportException if a frame breaks a rule, or the connection is lost
     */
    public Received receive(FrameHandler handler, Duration timeout) {
        if (ahead.length > 0) {
            byte[] first = ahead;
            ahead = new byte[0];
            wire.decoded(first, handler);
            return Received.BYTES;
        }
        if (wire.isEnded()) {
            return Received.END;
        }
        int count;
        try {
            socket.setSoTimeout(timeout.isZero() ? 0 : millis(timeout));
            count = in.read(buffer, 0, buffer.length);
        } catch (SocketTimeoutException e) {
            return Received.NOTHING;
        } catch (IOException e) {
            throw new TransportException("the connection is lost: " + Conversation.reason(e), e);
        }
        if (count < 0) {
            return Received.END;
        }
        read = read + count;
        byte[] bytes = buffer;
        buffer = nextBuffer(count);
        wire.decode(bytes, 0, count, handler);
        return Received.BYTES;
    }

    /** A full buffer shows that there is more; one with little in it, that a long wait may follow. */
    private byte[] nextBuffer(int count) {
        if (count == buffer.length && count < LARGE_BUFFER) {
            return new byte[4 * count];
        }
        return count < buffer.length / 4 && buffer.length > SMALL_BUFFER ? new byte[SMALL_BUFFER] : buffer;
    }

    @Override
    public void close() {
        closeQuietly(socket);
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
