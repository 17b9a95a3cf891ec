package dev.mtproto.testkit.server;

import dev.mtproto.tl.schema.HttpWait;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The HTTP requests of a session that wait until there is something to say: each is answered within its time, if need be with
 * nothing. Guarded by the lock of the session.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#http-wait-long-poll">HTTP Wait/Long Poll</a>
 */
final class HeldResponses {

    private final ServerContext context;
    private final BiConsumer<Connection, Outlet> responder;
    private final Map<Connection, Timer.Alarm> alarms = new HashMap<>(2);

    /** @param responder sends what is due on a connection, or says that nothing is */
    HeldResponses(ServerContext context, BiConsumer<Connection, Outlet> responder) {
        this.context = context;
        this.responder = responder;
    }

    /**
     * Notes a request. The outlet of the connection has to be drained afterwards.
     *
     * @param wait how long its response may be held back; what is due goes out at once, which is within every limit
     */
    void hold(Connection connection, HttpWait wait) {
        remove(connection);
        long longest = context.settings().limits().idle().toMillis() / 2;
        long held = Math.min(wait.maxWait(), longest);
        if (held <= 0) {
            connection.outlet().add(out -> responder.accept(connection, out));
        } else {
            long at = context.settings().clock().millis() + held;
            alarms.put(connection, context.timer().set(at, () -> end(connection), null));
        }
    }

    /** Forgets a connection. */
    void remove(Connection connection) {
        context.timer().cancel(alarms.remove(connection));
    }

    void clear() {
        alarms.values().forEach(context.timer()::cancel);
        alarms.clear();
    }

    private void end(Connection connection) {
        context.workers().execute(() -> {
            connection.outlet().add(out -> responder.accept(connection, out));
            connection.outlet().drain();
        });
    }
}
