package dev.mtproto.transport.websocket;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The answer to the key of an upgrade request: proof that the server speaks WebSocket, not a secret. */
final class AcceptKey {

    private static final String CONSTANT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private AcceptKey() {}

    static String of(String key, Crypto crypto) {
        Digest sha1 = crypto.newSha1();
        sha1.update((key + CONSTANT).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(sha1.digest());
    }
}
