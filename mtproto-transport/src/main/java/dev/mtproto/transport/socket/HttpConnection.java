package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.http.HttpClientCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.function.Consumer;

/** A TCP connection of a client that speaks HTTP, and what its thread reads. */
final class HttpConnection implements FrameHandler {

    private static final int READ_BUFFER = 1 << 14;

    private final HttpLane lane;
    private final Dialed dialed;
    private final HttpClientCodec codec;
    private final HttpArrivals arrivals;
    private volatile boolean expecting;
    private volatile long read;

    HttpConnection(HttpLane lane, Dialed dialed, HttpClientCodec codec, HttpArrivals arrivals) {
        this.lane = lane;
        this.dialed = dialed;
        this.codec = codec;
        this.arrivals = arrivals;
        this.read = dialed.talk().bytesRead();
    }

    /** Notes that a request is about to be written. */
    void expectResponse() {
        expecting = true;
    }

    boolean expectsResponse() {
        return expecting;
    }

    void write(PacketBuffer packet) {
        codec.encode(packet, dialed.talk().output());
    }

    long bytesSent() {
        return dialed.talk().output().written();
    }

    long bytesReceived() {
        return read;
    }

    InetSocketAddress remoteAddress() {
        return (InetSocketAddress) dialed.socket().getRemoteSocketAddress();
    }

    void close() {
        FramedSocket.closeQuietly(dialed.socket());
    }

    /** Reads to the end of the connection. Where no response is awaited then, another connection will do. */
    void read() {
        try {
            readAll();
            if (lane.over(this)) {
                arrivals.end();
            }
        } catch (TransportException e) {
            lane.over(this);
            arrivals.fail(e);
        } catch (IOException e) {
            if (lane.over(this)) {
                arrivals.fail(new TransportException("the connection is lost: " + Conversation.reason(e), e));
            }
        }
    }

    private void readAll() throws IOException {
        dialed.socket().setSoTimeout(0);
        byte[] first = dialed.talk().takeRest();
        codec.decode(first, 0, first.length, this);
        byte[] buffer = new byte[READ_BUFFER];
        while (!codec.isEnded()) {
            int count = dialed.socket().getInputStream().read(buffer);
            if (count < 0) {
                return;
            }
            read = read + count;
            codec.decode(buffer, 0, count, this);
        }
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        byte[] packet = Arrays.copyOfRange(array, offset, offset + length);
        arrived(handler -> handler.packet(packet, 0, length, false));
    }

    @Override
    public void quickAck(int token) {
        arrived(handler -> handler.quickAck(token));
    }

    @Override
    public void error(int code) {
        arrived(handler -> handler.error(code));
    }

    @Override
    public void noop() {
        arrived(FrameHandler::noop);
    }

    private void arrived(Consumer<FrameHandler> what) {
        expecting = false;
        if (codec.isEnded()) {
            lane.over(this); // before the next request can be sent
        }
        arrivals.add(lane, what);
    }
}
