package dev.mtproto.transport.websocket;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.support.HeadReader;
import dev.mtproto.transport.support.HttpHead;
import dev.mtproto.transport.support.HttpText;

/**
 * The server's side of a WebSocket upgrade, on a path that begins with {@value WebSocketClient#PATH}. Behind it the stream
 * continues in {@link WebSocketMessages}.
 */
public final class WebSocketServer implements Handshake {

    private final Crypto crypto;
    private final HeadReader reader = new HeadReader();

    /**
     * Makes the upgrade of one connection.
     *
     * @param crypto the provider
     */
    public WebSocketServer(Crypto crypto) {
        this.crypto = crypto;
    }

    /** Returns nothing: a server waits for the request. */
    @Override
    public byte[] start() {
        return new byte[0];
    }

    @Override
    public Step receive(byte[] data, int offset, int length) {
        int consumed = reader.feed(data, offset, length);
        if (!reader.isComplete()) {
            return Step.needMore(consumed);
        }
        HttpHead head = reader.head();
        check(head);
        byte[] response = HttpText.head(
                "HTTP/1.1 101 Switching Protocols",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Accept: " + AcceptKey.of(head.value("sec-websocket-key"), crypto),
                "Sec-WebSocket-Protocol: binary");
        return Step.done(response, consumed);
    }

    @Enforces(Check.T15)
    private static void check(HttpHead head) {
        boolean upgrade = head.first().equals("GET")
                && head.path().startsWith(WebSocketClient.PATH)
                && head.third().equals("HTTP/1.1")
                && head.lists("upgrade", "websocket")
                && head.lists("connection", "upgrade")
                && head.value("sec-websocket-version").equals("13")
                && head.value("sec-websocket-key").matches("[A-Za-z0-9+/]{21}[AQgw]==");
        if (!upgrade) {
            throw new TransportException("the request is no WebSocket upgrade", null);
        }
        if (!head.lists("sec-websocket-protocol", "binary")) {
            throw new TransportException(Check.T15, "the client does not offer the sub-protocol binary");
        }
    }
}
