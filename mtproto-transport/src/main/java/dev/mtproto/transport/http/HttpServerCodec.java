package dev.mtproto.transport.http;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.support.HeadReader;
import dev.mtproto.transport.support.HttpHead;
import dev.mtproto.transport.support.HttpText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of the HTTP transport. Takes requests to any path that begins with {@code /api}, in the absolute form as
 * well. One thread may write the response while another waits for the next request; neither may be done by two at once.
 */
public final class HttpServerCodec {

    private final HttpWriter writer =
            new HttpWriter("HTTP/1.1 200 OK", "Connection: keep-alive", "Content-Type: application/octet-stream");
    private final HeadReader reader = new HeadReader();
    private final HttpBody body;
    private final ByteSink whole = this::deliver;
    private @Nullable FrameHandler handler;
    private boolean inBody;
    private volatile boolean awaited;
    private volatile boolean keepAlive = true;

    /**
     * Makes the codec of one connection.
     *
     * @param limit the longest packet that is received, in bytes
     */
    public HttpServerCodec(int limit) {
        body = new HttpBody(limit);
    }

    /** Tells whether a request waits for its response. */
    public boolean isAwaited() {
        return awaited;
    }

    /** Tells whether the connection stays open behind the next response, as the client asked. */
    public boolean keepsAlive() {
        return keepAlive;
    }

    /**
     * Takes bytes of the stream, and hands on the packet that is complete with them.
     *
     * @param data the array; the packet may be changed in it by the handler
     * @param offset the index of the first byte
     * @param length how many
     * @param receiver receives the packet
     * @throws TransportException if the request breaks a rule, or comes before the last one was answered
     */
    public void decode(byte[] data, int offset, int length, FrameHandler receiver) {
        handler = receiver;
        int position = offset;
        int end = offset + length;
        while (position < end) {
            if (inBody) {
                position += body.feed(data, position, end - position, whole);
            } else {
                expectRequest();
                position += reader.feed(data, position, end - position);
                if (reader.isComplete()) {
                    begin(reader.head());
                }
            }
        }
    }

    /**
     * Writes the response to the request.
     *
     * @param packet the packet
     * @param below receives the bytes for the stream
     * @throws IllegalStateException if no request waits for one
     */
    public void encode(PacketBuffer packet, ByteSink below) {
        answered();
        writer.write(packet, below);
    }

    /**
     * Writes an error status as the response. The connection is closed behind it.
     *
     * @param code the transport error, such as -404
     * @param below receives the bytes for the stream
     */
    public void error(int code, ByteSink below) {
        int status = code <= -300 && code > -600 ? -code : 500;
        byte[] response = HttpText.head(
                "HTTP/1.1 " + status + " " + reason(status), "Connection: keep-alive", "Content-Length: 0");
        awaited = false;
        keepAlive = false;
        below.accept(response, 0, response.length);
    }

    @Enforces(Check.T14)
    private void expectRequest() {
        if (awaited) {
            throw new TransportException(Check.T14, "an HTTP request before the last one was answered");
        }
    }

    private void begin(HttpHead head) {
        if (!head.first().equals("POST") || !head.path().startsWith("/api")) {
            throw new TransportException("an HTTP request that is no POST to /api", null);
        }
        keepAlive = head.third().equals("HTTP/1.1") && !head.lists("connection", "close");
        body.begin(head.contentLength()
                .orElseThrow(() -> new TransportException("an HTTP request without Content-Length", null)));
        inBody = true;
    }

    private void deliver(byte[] data, int offset, int length) {
        inBody = false;
        awaited = true;
        Objects.requireNonNull(handler).packet(data, offset, length, false);
    }

    private void answered() {
        if (!awaited) {
            throw new IllegalStateException("no HTTP request waits for a response");
        }
        awaited = false;
    }

    private static String reason(int status) {
        return switch (status) {
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            default -> "Error";
        };
    }
}
