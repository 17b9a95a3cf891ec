package dev.mtproto.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections that serve a session; its packets take the one that was heard last and can take them. Guarded by the lock of
 * the session.
 */
final class Route {

    private final ServerSession session;
    private final BiConsumer<Connection, Outlet> sender;
    /** In the order in which they were heard. */
    private final List<Connection> connections = new ArrayList<>(1);

    private @Nullable Connection queuedOn;

    /** @param sender sends what is due on a connection, when it is that one's turn */
    Route(ServerSession session, BiConsumer<Connection, Outlet> sender) {
        this.session = session;
        this.sender = sender;
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    /** Returns the one that was heard last. */
    @Nullable
    Connection current() {
        return connections.isEmpty() ? null : connections.get(connections.size() - 1);
    }

    /** Returns the one that takes the next packet; over HTTP there may be none. */
    @Nullable
    Connection free() {
        for (int i = connections.size() - 1; i >= 0; i--) {
            if (connections.get(i).outlet().takes(session)) {
                return connections.get(i);
            }
        }
        return null;
    }

    boolean has(Connection connection) {
        return connections.contains(connection);
    }

    /** Takes the connection from now on. */
    void use(Connection connection) {
        connections.remove(connection);
        connections.add(connection);
    }

    /** Returns whether the connection was one of them. */
    boolean remove(Connection connection) {
        if (queuedOn == connection) {
            queuedOn = null;
        }
        return connections.remove(connection);
    }

    /** Has what is due sent, and returns the connection whose outlet has to be drained for it; null for none. */
    @Nullable
    Connection flush() {
        Connection free = free();
        if (free != null && queuedOn != free) {
            queuedOn = free;
            free.outlet().add(out -> sender.accept(free, out));
        }
        return free;
    }

    /** Notes that a connection takes no more, and tells whether packets were to go out on it. */
    boolean leave(Connection connection) {
        boolean queued = queuedOn == connection;
        queuedOn = queued ? null : queuedOn;
        return queued;
    }

    /** Notes that all is sent that was due. */
    void flushed() {
        queuedOn = null;
    }

    /** Forgets all connections, and returns them. */
    List<Connection> clear() {
        List<Connection> all = List.copyOf(connections);
        connections.clear();
        queuedOn = null;
        return all;
    }
}
