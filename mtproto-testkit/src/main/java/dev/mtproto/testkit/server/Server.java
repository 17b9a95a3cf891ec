package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.exchange.ServerExchange;
import dev.mtproto.session.exchange.ServerExchangeOptions;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.rpc.Calls;
import dev.mtproto.testkit.rpc.HelpMethods;
import dev.mtproto.testkit.rpc.UpdatesMethods;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
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

/** A data centre at work: listens, and holds all connections, keys and sessions. Safe for use by several threads. */
public final class Server implements AutoCloseable {

    private static final int BACKLOG = 1024;
    /** How many threads run queries where the JDK has no virtual ones. */
    private static final int WORKERS = 64;

    private static final int MOST_PUSHED = (1 << 24) - 4096;

    private final Settings settings;
    private final ServerSocket listener;
    private final ServerContext context;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * Starts to listen.
     *
     * @throws IOException if that is not possible at the address
     */
    public Server(Settings settings) throws IOException {
        this.settings = settings;
        listener = listen(settings.address());
        KeyTable keys = new KeyTable(settings);
        context = new ServerContext(
                settings,
                new ServerTransports(
                        settings.secrets(),
                        dc -> dc != 0,
                        settings.crypto(),
                        settings.clock(),
                        settings.limits().start(),
                        settings.limits().packet()),
                keys,
                new ExchangeGate(exchange(keys), settings.limits()),
                new Calls(settings.schema(), handlers(keys)),
                ConnectionThreads.executor("mtproto-worker", WORKERS),
                new Timer(settings.clock(), this::sweep),
                new AddressCounts());
        ConnectionThreads.start("mtproto-accept", this::accept);
        context.timer().start();
    }

    /** Returns where it listens, with the port that was taken. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** Closes all connections. */
    public void closeConnections() {
        connections.forEach(Connection::close);
    }

    /** Closes all connections, and forgets all sessions. */
    public void restart() {
        closeConnections();
        context.keys().all().forEach(ServerKey::forgetSessions);
    }

    /** Replaces the salts of all keys. */
    public void renewSalts() {
        context.keys().all().forEach(key -> key.salts().renew());
    }

    /** Forgets a key and all that hangs on it; returns whether it was known. */
    public boolean forgetKey(AuthKeyId key) {
        return context.keys().remove(key.value());
    }

    /** Sends an update to one session; returns whether it was taken. */
    public boolean push(AuthKeyId key, SessionId session, TlObject update) {
        byte[] body = written(update);
        ServerKey found = context.keys().find(key.value());
        ServerSession to = found == null ? null : found.find(session);
        return to != null && to.push(body);
    }

    /** Sends an update to all sessions of a key and of those bound to it; returns how many took it. */
    public int push(AuthKeyId key, TlObject update) {
        byte[] body = written(update);
        int taken = 0;
        for (ServerKey member : context.keys().family(key)) {
            for (ServerSession session : member.sessions()) {
                taken += session.push(body) ? 1 : 0;
            }
        }
        return taken;
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
        context.timer().close();
    }

    private static ServerSocket listen(InetSocketAddress address) throws IOException {
        InetSocketAddress local =
                address.isUnresolved() ? new InetSocketAddress(address.getHostString(), address.getPort()) : address;
        if (local.isUnresolved()) {
            throw new IOException("the host is not known");
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(local, BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private ServerExchange exchange(KeyTable keys) {
        ServerExchangeOptions options = ServerExchangeOptions.builder()
                .keys(settings.rsaKey())
                .acceptObsoletePadding(settings.obsoletePadding())
                .anyDc()
                .build();
        return new ServerExchange(options, settings.crypto(), settings.crypto().random(), settings.clock(), keys);
    }

    private List<RpcHandler> handlers(KeyTable keys) {
        List<RpcHandler> handlers = new ArrayList<>(settings.handlers());
        handlers.add(new BindMethod(settings.crypto(), settings.clock(), keys));
        handlers.add(new DropMethod(keys));
        handlers.add(new UpdatesMethods());
        handlers.add(new HelpMethods(settings.dc(), settings.test(), address(), settings.clock()));
        return handlers;
    }

    private static byte[] written(TlObject update) {
        TlWriter writer = new TlWriter();
        update.writeTo(writer);
        if (writer.position() > MOST_PUSHED) {
            throw new IllegalArgumentException("an update of " + writer.position() + " bytes fits into no packet");
        }
        return writer.toByteArray();
    }

    /** Looks after what ends by itself. */
    private void sweep() {
        connections.forEach(Connection::checkProgress);
        context.keys().removeOver(context.unixSeconds());
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
                Connection connection = new Connection(number, socket, context, connections::remove);
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
