package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket.Received;
import java.net.InetSocketAddress;
import java.time.Duration;

/** What stands behind a {@link FramedSocket}, which says what the methods do. */
interface Link {

    boolean canSend();

    void send(PacketBuffer packet, boolean quickAck);

    boolean wantsPoll();

    void sendPoll(PacketBuffer packet);

    void quickAck(int token);

    void error(int code);

    Received receive(FrameHandler handler, Duration timeout);

    long bytesSent();

    long bytesReceived();

    InetSocketAddress remoteAddress();

    void close();
}
