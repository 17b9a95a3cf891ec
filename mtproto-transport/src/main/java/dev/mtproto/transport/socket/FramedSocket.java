package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameDecoder;
import dev.mtproto.transport.FrameEncoder;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.TransportDetector;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

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

    private static final int READ_BUFFER = 1 << 14;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final Framing framing;
    private final ReentrantLock sending = new ReentrantLock();
    private final PacketBuffer small = new PacketBuffer(16);
    private final byte[] buffer;
    private int unread;

    private FramedSocket(Socket socket, Framing framing, Role role, int limit, byte[] buffer, int unread)
            throws IOException {
        this.socket = socket;
        this.framing = framing;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.encoder = framing.newEncoder(role);
        this.decoder = framing.newDecoder(role, limit);
        this.buffer = buffer;
        this.unread = unread;
    }

    /**
     * Connects to a server.
     *
     * @param address where to; resolved here if it is not
     * @param framing how packets are framed
     * @param timeout the longest time that connecting may take
     * @param limit the longest packet that is received, in bytes
     * @throws TransportException if the server cannot be reached
     */
    public static FramedSocket connect(InetSocketAddress address, Framing framing, Duration timeout, int limit) {
        String name = address.getHostString() + ":" + address.getPort();
        InetSocketAddress resolved =
                address.isUnresolved() ? new InetSocketAddress(address.getHostString(), address.getPort()) : address;
        if (resolved.isUnresolved()) {
            throw new TransportException("cannot connect to " + name + ": the host is not known", null);
        }
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(resolved, millis(timeout));
            return new FramedSocket(socket, framing, Role.CLIENT, limit, new byte[READ_BUFFER], 0);
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw new TransportException("cannot connect to " + name + ": " + reason(e), e);
        }
    }

    /**
     * Takes over a connection that a server accepted: waits for its first bytes and recognises the framing by them.
     *
     * @param socket the connection; closed if this fails
     * @param timeout the longest pause between two of the first bytes
     * @param limit the longest packet that is received, in bytes
     * @throws TransportException if no framing is recognised, or the client does not say any in time
     */
    public static FramedSocket accept(Socket socket, Duration timeout, int limit) {
        byte[] buffer = new byte[READ_BUFFER];
        int length = 0;
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis(timeout));
            while (true) {
                int count = socket.getInputStream().read(buffer, length, buffer.length - length);
                if (count < 0) {
                    throw new TransportException("the client closed the connection before its first packet", null);
                }
                length += count;
                TransportDetector.Detection detection = TransportDetector.detect(buffer, 0, length);
                if (detection instanceof TransportDetector.Detection.Found found) {
                    int unread = length - found.tagLength();
                    System.arraycopy(buffer, found.tagLength(), buffer, 0, unread);
                    return new FramedSocket(socket, found.framing(), Role.SERVER, limit, buffer, unread);
                }
                if (detection instanceof TransportDetector.Detection.Refused) {
                    throw new TransportException("the client speaks no transport that is known here", null);
                }
            }
        } catch (IOException e) {
            closeQuietly(socket);
            throw new TransportException("no transport was recognised: " + reason(e), e);
        } catch (TransportException e) {
            closeQuietly(socket);
            throw e;
        }
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
        sending.lock();
        try {
            encoder.encode(packet, quickAck);
            write(packet);
        } finally {
            sending.unlock();
        }
    }

    /**
     * Sends a quick acknowledgement, as a server does.
     *
     * @param token the token of the message
     */
    public void sendQuickAck(int token) {
        sending.lock();
        try {
            encoder.quickAck(token, small);
            write(small);
        } finally {
            sending.unlock();
        }
    }

    /**
     * Sends a transport error, as a server does before it closes the connection.
     *
     * @param code a negative number, such as -404
     */
    public void sendError(int code) {
        sending.lock();
        try {
            encoder.error(code, small);
            write(small);
        } finally {
            sending.unlock();
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
        int count = unread;
        unread = 0;
        if (count == 0) {
            try {
                socket.setSoTimeout(timeout.isZero() ? 0 : millis(timeout));
                count = in.read(buffer, 0, buffer.length);
            } catch (SocketTimeoutException e) {
                return Received.NOTHING;
            } catch (IOException e) {
                throw new TransportException("the connection is lost: " + reason(e), e);
            }
        }
        if (count < 0) {
            return Received.END;
        }
        decoder.feed(buffer, 0, count, handler);
        return Received.BYTES;
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private void write(PacketBuffer bytes) {
        try {
            out.write(bytes.array(), bytes.offset(), bytes.length());
        } catch (IOException e) {
            throw new TransportException("the connection is lost: " + reason(e), e);
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is left to do with it
        }
    }
}
