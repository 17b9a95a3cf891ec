package dev.mtproto.transport.socket;

import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxyLink;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.proxy.ProxyServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a client reaches a server. Immutable; its text form holds no secret.
 *
 * @param carrier what carries the frames
 * @param framing how packets are framed
 * @param secret the secret of the MTProxy server, with {@link Carrier#MTPROXY} and {@link Carrier#FAKE_TLS} only
 * @param server the MTProxy server, if it listens elsewhere than the server that is connected to
 * @param proxy a SOCKS5 or HTTP proxy to go through
 */
public record Transport(
        Carrier carrier,
        Framing framing,
        Optional<ProxySecret> secret,
        Optional<InetSocketAddress> server,
        Optional<ProxyServer> proxy) {

    /** The framing that every server takes, as it is: what is used unless another transport is set. */
    public static final Transport DEFAULT = of(Framing.ABRIDGED);

    private static final String NAMES =
            "abridged, intermediate, padded_intermediate or full, the first three also with "
                    + "obfuscated_, websocket_ or wss_ in front";

    /** Checks that the parts fit each other. */
    public Transport {
        boolean needsSecret = carrier == Carrier.MTPROXY || carrier == Carrier.FAKE_TLS;
        if (needsSecret != secret.isPresent()) {
            throw new IllegalArgumentException(
                    needsSecret ? "an MTProxy server needs a secret" : "only an MTProxy server has a secret");
        }
        if (carrier != Carrier.PLAIN && framing == Framing.FULL) {
            throw new IllegalArgumentException("the full framing cannot be used under obfuscation");
        }
        if (secret.isPresent() && !secret.get().allows(framing)) {
            throw new IllegalArgumentException("the proxy secret does not allow the framing " + framing.id());
        }
    }

    private static Transport of(Carrier carrier, Framing framing) {
        return new Transport(carrier, framing, Optional.empty(), Optional.empty(), Optional.empty());
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

    /** A framing in WebSocket messages, over TLS with the certificates that the JDK trusts. */
    public static Transport webSocketTls(Framing framing) {
        return of(Carrier.WEBSOCKET_TLS, framing);
    }

    /**
     * Through the MTProxy server at the address that is connected to, in the framing that its secret asks for: padded
     * intermediate, with a plain secret intermediate.
     */
    public static Transport mtproxy(ProxySecret secret) {
        boolean plain = secret.kind() == ProxySecret.Kind.PLAIN;
        return new Transport(
                secret.kind() == ProxySecret.Kind.FAKE_TLS ? Carrier.FAKE_TLS : Carrier.MTPROXY,
                plain ? Framing.INTERMEDIATE : Framing.PADDED_INTERMEDIATE,
                Optional.of(secret),
                Optional.empty(),
                Optional.empty());
    }

    /** Through the MTProxy server that a link names. */
    public static Transport mtproxy(ProxyLink link) {
        Transport transport = mtproxy(link.secret());
        return new Transport(
                transport.carrier,
                transport.framing,
                transport.secret,
                Optional.of(InetSocketAddress.createUnresolved(link.server(), link.port())),
                Optional.empty());
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
            String prefix = transport.carrier.prefix();
            boolean alone = transport.framing == Framing.PADDED_INTERMEDIATE && (wanted + "_").equals(prefix);
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
            for (Framing framing : Framing.values()) {
                boolean proxied = carrier == Carrier.MTPROXY || carrier == Carrier.FAKE_TLS;
                if (!proxied && (carrier == Carrier.PLAIN || framing != Framing.FULL)) {
                    all.add(of(carrier, framing));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Returns the same with another framing. */
    public Transport withFraming(Framing other) {
        return new Transport(carrier, other, secret, server, proxy);
    }

    /** Returns the same, through a proxy. */
    public Transport via(ProxyServer through) {
        return new Transport(carrier, framing, secret, server, Optional.of(through));
    }

    /** Returns the name: what carries the frames, and the framing. */
    public String id() {
        return carrier.prefix() + framing.id();
    }

    /** Returns the name, and the proxy that it goes through. */
    @Override
    public String toString() {
        return id() + proxy.map(p -> " through " + p.kind()).orElse("");
    }
}
