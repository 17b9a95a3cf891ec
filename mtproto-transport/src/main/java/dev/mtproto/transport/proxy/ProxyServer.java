package dev.mtproto.transport.proxy;

import dev.mtproto.transport.Handshake;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy through which any TCP connection may go. Immutable.
 *
 * @param kind what it speaks
 * @param address where it listens; resolved when connecting
 * @param credentials what it asks for, if anything
 */
public record ProxyServer(Kind kind, InetSocketAddress address, Optional<Credentials> credentials) {

    /** What a proxy speaks. */
    public enum Kind {
        /** SOCKS5, RFC 1928. Usual port 1080. */
        SOCKS5(1080),
        /** The method CONNECT of HTTP. Usual port 8080. */
        HTTP(8080);

        private final int usualPort;

        Kind(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /**
     * Reads {@code socks5://[user:password@]host[:port]} or {@code http://[user:password@]host[:port]}.
     *
     * @param url the address of the proxy
     * @throws IllegalArgumentException if it is none; the message does not repeat the password
     */
    public static ProxyServer parse(String url) {
        URI uri;
        try {
            uri = new URI(url.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address of the proxy is no URL: " + e.getReason());
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        Kind kind =
                switch (scheme) {
                    case "socks5", "socks5h" -> Kind.SOCKS5;
                    case "http" -> Kind.HTTP;
                    default -> throw new IllegalArgumentException("a proxy begins with socks5:// or http://");
                };
        String host = uri.getHost();
        if (host == null || host.isEmpty() || !String.valueOf(uri.getPath()).matches("/?")) {
            throw new IllegalArgumentException("a proxy is " + scheme + "://[user:password@]host:port");
        }
        int port = uri.getPort() < 0 ? kind.usualPort : uri.getPort();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new ProxyServer(kind, InetSocketAddress.createUnresolved(bare, port), credentials(uri.getRawUserInfo()));
    }

    /**
     * Makes the request for one connection.
     *
     * @param host the host that the proxy shall connect to; it looks up names
     * @param port the port
     */
    public Handshake newHandshake(String host, int port) {
        return switch (kind) {
            case SOCKS5 -> new Socks5(host, port, credentials);
            case HTTP -> new HttpConnect(host, port, credentials);
        };
    }

    private static Optional<Credentials> credentials(@org.jspecify.annotations.Nullable String userInfo) {
        if (userInfo == null) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("the proxy needs user:password before the @");
        }
        return Optional.of(
                new Credentials(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
