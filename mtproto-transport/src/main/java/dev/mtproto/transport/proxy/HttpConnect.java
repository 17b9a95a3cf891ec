package dev.mtproto.transport.proxy;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.support.HeadReader;
import dev.mtproto.transport.support.HttpHead;
import dev.mtproto.transport.support.HttpText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Asks an HTTP proxy for a connection by the method CONNECT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110, section 9.3.6</a>
 */
public final class HttpConnect implements Handshake {

    private final byte[] request;
    private final HeadReader reader = new HeadReader();

    /**
     * Makes the request of one connection.
     *
     * @param host the host that the proxy shall connect to; it looks up names
     * @param port the port
     * @param credentials what the proxy asks for, if anything
     */
    public HttpConnect(String host, int port, Optional<Credentials> credentials) {
        String authority = HttpText.authority(HttpText.checked(host), Ports.checked(port));
        String first = "CONNECT " + authority + " HTTP/1.1";
        String field = "Host: " + authority;
        request = credentials
                .map(known -> HttpText.head(first, field, "Proxy-Authorization: Basic " + basic(known)))
                .orElseGet(() -> HttpText.head(first, field));
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
        HttpHead head = reader.head();
        int status = head.status();
        if (status < 200 || status > 299) {
            throw new TransportException(
                    "the HTTP proxy refused the connection with status " + status
                            + (status == 407 ? ": it asks for a user and password" : ""),
                    null);
        }
        return Step.done(consumed);
    }

    private static String basic(Credentials credentials) {
        String both = credentials.user() + ":" + credentials.password();
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
