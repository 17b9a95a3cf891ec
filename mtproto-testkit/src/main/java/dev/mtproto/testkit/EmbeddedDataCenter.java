package dev.mtproto.testkit;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.DataCenter;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.crypto.RsaPem;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerExchangeOptions;
import dev.mtproto.session.exchange.ServerKeys;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.ServerTransports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * A data centre inside this JVM: listens at a TCP port and speaks MTProto to any client, over every transport
 * but HTTP on that one port, with an RSA key of its own. It runs
 * key exchanges, keeps keys, sessions and salts, answers the service messages, {@code help.getConfig} and
 * {@code help.getNearestDc}, and what the caller's {@link RpcHandler handlers} know. Everything is kept in memory, within
 * {@link DataCenterLimits limits}.
 *
 * <p>Safe for use by several threads. Close it to stop listening and to end all connections.
 */
public final class EmbeddedDataCenter implements AutoCloseable {

    private static final int BACKLOG = 1024;

    private final DataCenterSettings settings;
    private final ServerSocket listener;
    private final ServerContext context;
    private final Set<ServerConnection> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean closing;

    EmbeddedDataCenter(DataCenterSettings settings) throws IOException {
        this.settings = settings;
        InetSocketAddress local = settings.address().isUnresolved()
                ? new InetSocketAddress(
                        settings.address().getHostString(), settings.address().getPort())
                : settings.address();
        if (local.isUnresolved()) {
            throw new IOException("the host is not known");
        }
        listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(local, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        KeyTable keys = new KeyTable(
                settings.limits().keys(), settings.clock(), settings.crypto().random());
        ServerExchangeOptions options = ServerExchangeOptions.builder()
                .keys(settings.rsaKey())
                .acceptObsoletePadding(settings.obsoletePadding())
                .anyDc()
                .build();
        ServerExchange exchange =
                new ServerExchange(options, settings.crypto(), settings.crypto().random(), settings.clock(), keys);
        List<RpcHandler> handlers = new ArrayList<>(settings.handlers());
        handlers.add(new BindMethod(settings.crypto(), settings.clock(), keys));
        handlers.add(new HelpMethods(settings.dc(), settings.test(), address(), settings.clock()));
        ServerTransports transports = new ServerTransports(
                settings.secrets(),
                dc -> dc != 0,
                settings.crypto(),
                settings.clock(),
                settings.limits().start(),
                settings.limits().packet());
        context = new ServerContext(settings, transports, keys, exchange, List.copyOf(handlers), new AddressCounts());
        ConnectionThreads.start("mtproto-accept", this::accept);
    }

    /** Returns a builder with the defaults: a free loopback port, a new RSA key, data centre 2. */
    public static EmbeddedDataCenterBuilder builder() {
        return new EmbeddedDataCenterBuilder();
    }

    /** Returns where it listens, with the port that was taken. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Returns it as a client names it. */
    public DataCenter dataCenter() {
        return new DataCenter(settings.dc(), settings.test(), false, List.of(address()));
    }

    /** Returns its public RSA key. */
    public RsaPublicKey publicKey() {
        return settings.rsaKey().publicKey();
    }

    /** Returns its public RSA key as PEM text in PKCS#1 form. */
    public String publicKeyPem() {
        return RsaPem.write(publicKey());
    }

    /** Returns its public RSA key as a client takes it. */
    public ServerKeys serverKeys() {
        return ServerKeys.of(publicKey());
    }

    /** Returns the fingerprint of its RSA key. */
    public Fingerprint fingerprint() {
        return ServerKeys.fingerprint(publicKey(), settings.crypto());
    }

    /** Closes all connections, as a server that restarts does; keys and sessions stay. */
    public void closeConnections() {
        connections.forEach(ServerConnection::close);
    }

    /**
     * Forgets an auth key with its sessions, as if it had been destroyed.
     *
     * @param key the id of the key
     * @return whether it was known
     */
    public boolean forgetKey(AuthKeyId key) {
        return context.keys().remove(key.value());
    }

    /**
     * Waits until the data centre is closed.
     *
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        closing = true;
        try {
            listener.close();
        } catch (IOException e) {
            // it no longer listens either way
        }
        closeConnections();
        context.keys().clear();
        closed.countDown();
    }

    private void accept() {
        long number = 0;
        while (!closing) {
            try {
                Socket socket = listener.accept();
                number++;
                if (connections.size() >= settings.limits().connections()) {
                    socket.close();
                    settings.events().accept(new DataCenterEvent.Rejected(number, "too many connections"));
                    continue;
                }
                ServerConnection connection = new ServerConnection(number, socket, context, connections::remove);
                connections.add(connection);
                ConnectionThreads.start("mtproto-connection", connection);
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }
}
