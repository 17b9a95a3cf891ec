package dev.mtproto.transport.websocket;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.support.HeadReader;
import dev.mtproto.transport.support.HttpHead;
import dev.mtproto.transport.support.HttpText;
import java.util.Base64;

/**
 * The client's side of a WebSocket upgrade with the sub-protocol {@code binary}. Behind it the stream, which is obfuscated,
 * continues in {@link WebSocketMessages}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455</a>
 */
public final class WebSocketClient implements Handshake {

    /** The path of data centres. */
    public static final String PATH = "/apiws";

    /** The path of test data centres. */
    public static final String TEST_PATH = "/apiws_test";

    private static final int KEY_LENGTH = 16;

    private final byte[] request;
    private final String accept;
    private final HeadReader reader = new HeadReader();

    /**
     * Makes the upgrade of one connection.
     *
     * @param host what stands in the field Host: a host, with its port where that is not the usual one
     * @param path such as {@value #PATH}
     * @param crypto the provider
     * @param random where the key is drawn from
     */
    public WebSocketClient(String host, String path, Crypto crypto, RandomSource random) {
        String key = Base64.getEncoder().encodeToString(random.nextBytes(KEY_LENGTH));
        accept = AcceptKey.of(key, crypto);
        request = HttpText.head(
                "GET " + HttpText.checked(path) + " HTTP/1.1",
                "Host: " + HttpText.checked(host),
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: " + key,
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: binary");
    }

    @Override
    public byte[] start() {
        return request.clone();
    }

    @Override
    public Step receive(byte[] data, int offset, int length) {
        int consumed = reader.feed(data, offset, length);
        if (!reader.isComplete()) {
            return Step.needMore(consumed);
        }
        check(reader.head());
        return Step.done(consumed);
    }

    @Enforces(Check.T15)
    private void check(HttpHead head) {
        if (head.status() != 101) {
            throw new TransportException("the server refused the WebSocket upgrade with status " + head.status(), null);
        }
        if (!head.lists("upgrade", "websocket")
                || !head.lists("connection", "upgrade")
                || !head.value("sec-websocket-accept").equals(accept)
                || head.has("sec-websocket-extensions")) {
            throw new TransportException("the server's answer is no WebSocket upgrade", null);
        }
        if (!head.value("sec-websocket-protocol").equals("binary")) {
            throw new TransportException(Check.T15, "the server did not take the sub-protocol binary");
        }
    }
}
