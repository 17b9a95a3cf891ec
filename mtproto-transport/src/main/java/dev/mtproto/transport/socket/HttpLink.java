package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.http.HttpClientCodec;
import dev.mtproto.transport.socket.FramedSocket.Received;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A client's connection over HTTP: one lane for what is sent, another for the polls that the server holds back, so that
 * neither waits for the other, and each request is answered before the next as proxies expect it.
 */
final class HttpLink implements Link {

    private final HttpArrivals arrivals = new HttpArrivals();
    private final HttpLane sends;
    private final HttpLane polls;
    private final InetSocketAddress remote;

    /** Opens the first of the TCP connections. */
    HttpLink(Supplier<Dialed> dialer, Supplier<HttpClientCodec> codecs) {
        sends = new HttpLane(dialer, codecs, arrivals);
        polls = new HttpLane(dialer, codecs, arrivals);
        remote = sends.connect();
    }

    @Override
    public boolean canSend() {
        return sends.isFree();
    }

    @Override
    public void send(PacketBuffer packet, boolean quickAck) {
        sends.send(packet);
    }

    @Override
    public boolean wantsPoll() {
        return polls.isFree();
    }

    @Override
    public void sendPoll(PacketBuffer packet) {
        polls.send(packet);
    }

    @Override
    public void quickAck(int token) {
        throw new IllegalStateException("a client sends no quick acknowledgements");
    }

    @Override
    public void error(int code) {
        throw new IllegalStateException("a client sends no transport errors");
    }

    @Override
    public Received receive(FrameHandler handler, Duration timeout) {
        return arrivals.take(handler, timeout);
    }

    @Override
    public long bytesSent() {
        return sends.bytesSent() + polls.bytesSent();
    }

    @Override
    public long bytesReceived() {
        return sends.bytesReceived() + polls.bytesReceived();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void close() {
        sends.close();
        polls.close();
        arrivals.end();
    }
}
