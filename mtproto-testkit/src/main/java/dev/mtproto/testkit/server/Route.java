package dev.mtproto.testkit.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections that serve a session; its packets take the one that was heard last. Guarded by the lock of the session.
 */
final class Route {

    private final BiConsumer<Connection, Outlet> sender;
    /** In the order in which they were heard. */
    private final List<Connection> connections = new ArrayList<>(1);

    private @Nullable Connection queuedOn;

    /** @param sender sends what is due on a connection, when it is that one's turn */
    Route(BiConsumer<Connection, Outlet> sender) {
        this.sender = sender;
    }

    boolean isEmpty() {
        return connections.isEmpty();
    }

    @Nullable
    Connection current() {
        return connections.isEmpty() ? null : connections.get(connections.size() - 1);
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
        Connection current = current();
        if (current != null && queuedOn != current) {
            queuedOn = current;
            current.outlet().add(out -> sender.accept(current, out));
        }
        return current;
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
