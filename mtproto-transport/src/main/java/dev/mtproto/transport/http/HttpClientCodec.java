package dev.mtproto.transport.http;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.support.ControlPacket;
import dev.mtproto.transport.support.HeadReader;
import dev.mtproto.transport.support.HttpHead;
import dev.mtproto.transport.support.HttpText;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of the HTTP transport: each request carries one packet and is answered by one packet before the next may
 * be sent. One thread may write a request while another reads; neither may be done by two at once.
 *
 * @see <a href="https://core.telegram.org/mtproto/mtproto-transports#http">HTTP transport</a>
 */
public final class HttpClientCodec {

    /** The target of a request to a data centre. */
    public static final String PATH = "/api";

    private static final int LEAST_ERROR = 300;
    private static final int OK = 200;

    private final HttpWriter writer;
    private final HeadReader reader = new HeadReader();
    private final HttpBody body;
    private @Nullable FrameHandler handler;
    private final ByteSink whole = this::deliver;
    private volatile boolean awaiting;
    private boolean inBody;
    private boolean closing;
    private volatile boolean ended;

    /**
     * Makes the codec of one connection.
     *
     * @param host what stands in the field Host: a host, with its port where that is not the usual one
     * @param target {@value #PATH}, or the absolute form {@code http://host:80/api} through an HTTP proxy
     * @param limit the longest packet that is received, in bytes
     */
    public HttpClientCodec(String host, String target, int limit) {
        writer = new HttpWriter(
                "POST " + HttpText.checked(target) + " HTTP/1.1",
                "Host: " + HttpText.checked(host),
                "Connection: keep-alive");
        body = new HttpBody(limit);
    }

    /** Tells whether a request may be sent: none waits for its response, and the server keeps the connection. */
    public boolean isIdle() {
        return !awaiting && !ended;
    }

    /** Tells whether the connection has to be closed, behind an error or as the server announced. */
    public boolean isEnded() {
        return ended;
    }

    /**
     * Writes a request.
     *
     * @param packet the packet
     * @param below receives the bytes for the stream
     * @throws IllegalStateException unless the codec {@link #isIdle}
     */
    @Enforces(Check.T14)
    public void encode(PacketBuffer packet, ByteSink below) {
        if (!isIdle()) {
            throw new IllegalStateException("an HTTP request waits for its response, or the connection has ended");
        }
        awaiting = true;
        writer.write(packet, below);
    }

    /**
     * Takes bytes of the stream, and hands on what is complete with them. An error status is handed on as a transport error,
     * and ends the connection.
     *
     * @param data the array; the packet may be changed in it by the handler
     * @param offset the index of the first byte
     * @param length how many
     * @param receiver receives the packet or the error
     * @throws TransportException if the response breaks a rule
     */
    public void decode(byte[] data, int offset, int length, FrameHandler receiver) {
        handler = receiver;
        int position = offset;
        int end = offset + length;
        while (position < end && !ended) {
            if (inBody) {
                position += body.feed(data, position, end - position, whole);
            } else {
                expectResponse();
                position += reader.feed(data, position, end - position);
                if (reader.isComplete()) {
                    begin(reader.head());
                }
            }
        }
    }

    int memory() {
        return body.memory();
    }

    @Enforces(Check.T14)
    private void expectResponse() {
        if (!awaiting) {
            throw new TransportException(Check.T14, "an HTTP response without a request");
        }
    }

    @Enforces(Check.T14)
    private void begin(HttpHead head) {
        int status = head.status();
        if (status >= LEAST_ERROR) {
            ended = true;
            Objects.requireNonNull(handler).error(-status);
            return;
        }
        OptionalInt length = head.contentLength();
        if (status != OK || length.isEmpty()) {
            throw new TransportException(
                    Check.T14, "an HTTP response of status " + status + (length.isEmpty() ? " without a length" : ""));
        }
        closing = head.lists("connection", "close") || head.first().equals("HTTP/1.0");
        body.begin(length.getAsInt());
        inBody = true;
    }

    private void deliver(byte[] data, int offset, int length) {
        inBody = false;
        awaiting = false;
        ended = closing;
        FrameHandler receiver = Objects.requireNonNull(handler);
        if (ControlPacket.isOne(length)) {
            ControlPacket.deliver(data, offset, length, receiver);
        } else {
            receiver.packet(data, offset, length, false);
        }
    }
}
