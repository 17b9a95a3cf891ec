package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket.Received;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One TCP connection with its codecs. */
final class StreamLink implements Link {

    /** Enough for the messages of a connection that has little to say: there may be thousands of them. */
    private static final int SMALL_BUFFER = 1 << 10;

    private static final int LARGE_BUFFER = 1 << 16;

    private final Socket socket;
    private final InputStream in;
    private final SocketOutput out;
    private final Wire wire;
    private final PacketBuffer small = new PacketBuffer(16);
    private byte[] buffer = new byte[SMALL_BUFFER];
    private byte[] ahead;
    private volatile long read;

    /** @param ahead what was read behind the handshakes, as frames stand in it */
    StreamLink(Socket socket, Conversation talk, Wire wire, byte[] ahead) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = talk.output();
        this.read = talk.bytesRead();
        this.wire = wire;
        this.ahead = ahead;
    }

    @Override
    public boolean canSend() {
        return wire.canSend();
    }

    @Override
    public void send(PacketBuffer packet, boolean quickAck) {
        out.lock.lock();
        try {
            wire.encode(packet, quickAck, out);
        } finally {
            out.lock.unlock();
        }
    }

    @Override
    public boolean wantsPoll() {
        return false;
    }

    @Override
    public void sendPoll(PacketBuffer packet) {
        throw new IllegalStateException("only over HTTP a server is polled");
    }

    @Override
    public void quickAck(int token) {
        out.lock.lock();
        try {
            wire.quickAck(token, small, out);
        } finally {
            out.lock.unlock();
        }
    }

    @Override
    public void error(int code) {
        out.lock.lock();
        try {
            wire.error(code, small, out);
        } finally {
            out.lock.unlock();
        }
    }

    @Override
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
            socket.setSoTimeout(timeout.isZero() ? 0 : FramedSocket.millis(timeout));
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
    public long bytesSent() {
        return out.written();
    }

    @Override
    public long bytesReceived() {
        return read;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public void close() {
        FramedSocket.closeQuietly(socket);
    }
}
