package dev.mtproto.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.DialOptions;
import dev.mtproto.transport.socket.FramedSocket;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens connections to the server, with or without a key exchange on them. Safe for use by several threads. */
final class Connector {

    /**
     * A connection, and the key that was made on it.
     *
     * @param transport what is spoken
     * @param socket the connection
     * @param made what the key exchange gave; null where there was none
     */
    record Opened(
            Transport transport,
            FramedSocket socket,
            @Nullable ExchangeResult made) {}

    private final ClientSettings settings;
    private final Sockets sockets = new Sockets();
    /** The one that reached the server last, which is then tried first. */
    private volatile Transport preferred;

    Connector(ClientSettings settings) {
        this.settings = settings;
        this.preferred = settings.transports().get(0);
    }

    Sockets sockets() {
        return sockets;
    }

    Transport preferred() {
        return preferred;
    }

    /**
     * Connects, and where several transports race, has the server prove itself.
     *
     * @throws MtprotoException if the server cannot be reached
     */
    Opened open() {
        boolean racing = settings.transports().size() > 1;
        return race(transport -> {
            FramedSocket socket = reach(transport);
            return keep(socket, () -> {
                if (racing) {
                    KeyExchange.prove(settings, socket);
                }
                return new Opened(transport, socket, null);
            });
        });
    }

    /**
     * Connects and makes a key.
     *
     * @throws MtprotoException if the server cannot be reached, breaks a rule or refuses
     */
    Opened exchange(ExchangeRequest request) {
        return race(transport -> {
            FramedSocket socket = reach(transport);
            return keep(socket, () -> new Opened(transport, socket, KeyExchange.run(settings, request, socket)));
        });
    }

    /** Makes a key on a connection that is open already. */
    Opened exchange(ExchangeRequest request, Opened on) {
        return keep(
                on.socket(),
                () -> new Opened(on.transport(), on.socket(), KeyExchange.run(settings, request, on.socket())));
    }

    private Opened race(Function<Transport, Opened> attempt) {
        List<Transport> order = new ArrayList<>(settings.transports());
        order.remove(preferred);
        order.add(0, preferred);
        Opened opened =
                new Race<>(attempt, (Opened late) -> sockets.retire(late.socket())).run(order, settings.stagger());
        preferred = opened.transport();
        return opened;
    }

    private Opened keep(FramedSocket socket, Supplier<Opened> use) {
        boolean kept = false;
        try {
            Opened opened = use.get();
            kept = true;
            return opened;
        } finally {
            if (!kept) {
                sockets.retire(socket);
            }
        }
    }

    private FramedSocket reach(Transport transport) {
        DialOptions options = new DialOptions(
                settings.dc(), settings.crypto(), settings.clock(), settings.connectTimeout(), Framing.DEFAULT_LIMIT);
        TransportException failure = new TransportException("there is no address to connect to", null);
        for (InetSocketAddress address : settings.addresses()) {
            try {
                FramedSocket socket = FramedSocket.connect(address, transport, options);
                sockets.add(socket);
                return socket;
            } catch (TransportException e) {
                failure = e;
            }
        }
        throw failure;
    }
}
