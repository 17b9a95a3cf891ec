package dev.mtproto.testkit.server;

import dev.mtproto.session.engine.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP requests of a session that wait until there is something to say: each is answered within its time, if need be with
 * nothing. Guarded by the lock of the session.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#http-wait-long-poll">HTTP Wait/Long Poll</a>
 */
final class HeldResponses {

    private record Held(HttpResponse response, Timer.@Nullable Alarm alarm) {}

    private final ServerContext context;
    private final BiConsumer<Connection, Outlet> responder;
    private final Map<Connection, Held> held = new HashMap<>(2);

    /** @param responder sends the response on a connection */
    HeldResponses(ServerContext context, BiConsumer<Connection, Outlet> responder) {
        this.context = context;
        this.responder = responder;
    }

    /** Notes a request. The outlet of the connection has to be drained afterwards. */
    void hold(Connection connection, HttpResponse response) {
        remove(connection);
        if (response.isDue()) {
            held.put(connection, new Held(response, null));
            connection.outlet().add(out -> responder.accept(connection, out));
        } else {
            Settings settings = context.settings();
            long latest = settings.clock().millis() + settings.limits().idle().toMillis() / 2;
            long at = Math.min(response.deadline(), latest);
            held.put(connection, new Held(response, context.timer().set(at, () -> end(connection), null)));
        }
    }

    /** Returns the response that a connection waits for, and forgets it; null if there is none. */
    @Nullable
    HttpResponse remove(Connection connection) {
        Held removed = held.remove(connection);
        if (removed == null) {
            return null;
        }
        context.timer().cancel(removed.alarm());
        return removed.response();
    }

    void clear() {
        held.values().forEach(each -> context.timer().cancel(each.alarm()));
        held.clear();
    }

    private void end(Connection connection) {
        context.workers().execute(() -> {
            connection.outlet().add(out -> responder.accept(connection, out));
            connection.outlet().drain();
        });
    }
}
