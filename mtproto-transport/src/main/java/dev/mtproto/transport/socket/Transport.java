package dev.mtproto.transport.socket;

import dev.mtproto.transport.Framing;
import dev.mtproto.transport.faketls.BrowserHello;
import dev.mtproto.transport.faketls.ClientHelloSource;
import dev.mtproto.transport.mtproxy.ProxyLink;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.proxy.ProxyServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a client reaches a server. Immutable; its text form holds no secret.
 *
 * @param carrier what carries the frames
 * @param framing how packets are framed; empty over HTTP, which needs no framing
 * @param secret the secret of the MTProxy server, with {@link Carrier#MTPROXY} and {@link Carrier#FAKE_TLS} only
 * @param server the MTProxy server, if it listens elsewhere than the server that is connected to
 * @param proxy a SOCKS5 or HTTP proxy to go through
 * @param hello makes the first record of a connection, with {@link Carrier#FAKE_TLS}
 * @param tls makes the TLS connections, with {@link Carrier#WEBSOCKET_TLS} and {@link Carrier#HTTP_TLS}; that of the JDK if empty
 */
public record Transport(
        Carrier carrier,
        Optional<Framing> framing,
        Optional<ProxySecret> secret,
        Optional<InetSocketAddress> server,
        Optional<ProxyServer> proxy,
        ClientHelloSource hello,
        Optional<SSLSocketFactory> tls) {

    /** The framing that every server takes, as it is: what is used unless another transport is set. */
    public static final Transport DEFAULT = of(Framing.ABRIDGED);

    private static final String NAMES =
            "abridged, intermediate, padded_intermediate or full, the first three also with "
                    + "obfuscated_, websocket_ or wss_ in front; http or https";

    /** Checks that the parts fit each other. */
    public Transport {
        if (carrier.isMtproxy() != secret.isPresent()) {
            throw new IllegalArgumentException(
                    carrier.isMtproxy() ? "an MTProxy server needs a secret" : "only an MTProxy server has a secret");
        }
        if (carrier.isHttp() == framing.isPresent()) {
            throw new IllegalArgumentException(
                    carrier.isHttp() ? "there is no framing over HTTP" : "packets need a framing");
        }
        if (carrier != Carrier.PLAIN && framing.equals(Optional.of(Framing.FULL))) {
            throw new IllegalArgumentException("the full framing cannot be used under obfuscation");
        }
        if (secret.isPresent() && !secret.get().allows(framing.orElseThrow())) {
            throw new IllegalArgumentException("the proxy secret does not allow the framing "
                    + framing.orElseThrow().id());
        }
    }

    private static Transport of(Carrier carrier, @Nullable Framing framing) {
        return of(carrier, framing, Optional.empty());
    }

    private static Transport of(Carrier carrier, @Nullable Framing framing, Optional<ProxySecret> secret) {
        return new Transport(
                carrier,
                Optional.ofNullable(framing),
                secret,
                Optional.empty(),
                Optional.empty(),
                BrowserHello.COMPACT,
                Optional.empty());
    }

    /** A framing over TCP as it is. */
    public static Transport of(Framing framing) {
        return of(Carrier.PLAIN, framing);
    }

    /** A framing under transport obfuscation, to a server directly. */
    public static Transport obfuscated(Framing framing) {
        return of(Carrier.OBFUSCATED, framing);
    }

    /** A framing in WebSocket messages, over plain TCP. */
    public static Transport webSocket(Framing framing) {
        return of(Carrier.WEBSOCKET, framing);
    }

    /** A framing in WebSocket messages, over TLS with the certificates that the JDK trusts, or {@linkplain #withTls others}. */
    public static Transport webSocketTls(Framing framing) {
        return of(Carrier.WEBSOCKET_TLS, framing);
    }

    /** HTTP with long polling, over plain TCP. */
    public static Transport http() {
        return of(Carrier.HTTP, null);
    }

    /** HTTP with long polling, over TLS with the certificates that the JDK trusts, or {@linkplain #withTls others}. */
    public static Transport https() {
        return of(Carrier.HTTP_TLS, null);
    }

    /**
     * Through the MTProxy server at the address that is connected to, in the framing that its secret asks for: padded
     * intermediate, with a plain secret intermediate.
     */
    public static Transport mtproxy(ProxySecret secret) {
        boolean plain = secret.kind() == ProxySecret.Kind.PLAIN;
        return of(
                secret.kind() == ProxySecret.Kind.FAKE_TLS ? Carrier.FAKE_TLS : Carrier.MTPROXY,
                plain ? Framing.INTERMEDIATE : Framing.PADDED_INTERMEDIATE,
                Optional.of(secret));
    }

    /** Through the MTProxy server that a link names. */
    public static Transport mtproxy(ProxyLink link) {
        return mtproxy(link.secret()).at(Optional.of(InetSocketAddress.createUnresolved(link.server(), link.port())));
    }

    /**
     * Returns the transport of a name, as {@link #id} gives it: {@code abridged}, {@code obfuscated_intermediate},
     * {@code websocket_abridged}. {@code websocket}, {@code wss} and {@code obfuscated} alone stand for padded intermediate.
     *
     * @param name the name; hyphens may stand for underscores
     * @throws IllegalArgumentException if there is none of that name that needs no secret
     */
    public static Transport parse(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        for (Transport transport : withoutSecret()) {
            boolean usual = transport.framing.equals(Optional.of(Framing.PADDED_INTERMEDIATE));
            boolean alone = usual && transport.carrier.id(Optional.empty()).equals(wanted);
            if (alone || transport.id().equals(wanted)) {
                return transport;
            }
        }
        throw new IllegalArgumentException("there is no transport '" + name + "': " + NAMES);
    }

    /** Returns all transports that need nothing but a server. */
    public static List<Transport> withoutSecret() {
        List<Transport> all = new ArrayList<>();
        for (Carrier carrier : Carrier.values()) {
            if (carrier.isHttp()) {
                all.add(of(carrier, null));
            } else if (!carrier.isMtproxy()) {
                for (Framing framing : Framing.values()) {
                    if (carrier == Carrier.PLAIN || framing != Framing.FULL) {
                        all.add(of(carrier, framing));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** Returns the same with another framing. */
    public Transport withFraming(Framing other) {
        return new Transport(carrier, Optional.of(other), secret, server, proxy, hello, tls);
    }

    /** Returns the same, through a proxy. */
    public Transport via(ProxyServer through) {
        return new Transport(carrier, framing, secret, server, Optional.of(through), hello, tls);
    }

    /** Returns the same to the server that is connected to, whatever a link named. */
    public Transport direct() {
        return at(Optional.empty());
    }

    /**
     * Returns the same with other first records of fake TLS.
     *
     * @param other makes them
     */
    public Transport withHello(ClientHelloSource other) {
        return new Transport(carrier, framing, secret, server, proxy, other, tls);
    }

    /**
     * Returns the same with other TLS: what it trusts and presents. The name in the server's certificate is checked in any case.
     *
     * @param other makes the TLS connections
     */
    public Transport withTls(SSLSocketFactory other) {
        return new Transport(carrier, framing, secret, server, proxy, hello, Optional.of(other));
    }

    /** Returns the name: what carries the packets, and the framing. */
    public String id() {
        return carrier.id(framing);
    }

    /** Returns the name, and the proxy that it goes through. */
    @Override
    public String toString() {
        return id() + proxy.map(p -> " through " + p.kind()).orElse("");
    }

    private Transport at(Optional<InetSocketAddress> other) {
        return new Transport(carrier, framing, secret, other, proxy, hello, tls);
    }
}
