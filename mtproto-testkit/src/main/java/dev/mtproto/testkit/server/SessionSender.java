package dev.mtproto.testkit.server;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.engine.ServerEngine;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Sends what the engine of a session makes, on its connections; over HTTP as responses. Guarded by the lock of the session. */
final class SessionSender {

    private final ServerSession session;
    private final ReentrantLock lock;
    private final ServerEngine engine;
    private final ServerContext context;
    private final Runnable packed;
    private final Route route;
    private final HeldResponses responses;
    private Timer.@Nullable Alarm alarm;

    /** @param packed called under the lock when a packet was made */
    SessionSender(
            ServerSession session, ReentrantLock lock, ServerEngine engine, ServerContext context, Runnable packed) {
        this.session = session;
        this.lock = lock;
        this.engine = engine;
        this.context = context;
        this.packed = packed;
        this.route = new Route(session, this::send);
        this.responses = new HeldResponses(context, this::respond);
    }

    /** Returns the connection that was heard last; null if there is none. */
    @Nullable
    Connection current() {
        return route.current();
    }

    /** Has what is due sent, and returns the connection whose outlet has to be drained for it; null for none. */
    @Nullable
    Connection flush() {
        return route.flush();
    }

    /** Notes that a packet came. */
    void heardOn(Connection connection) {
        if (route.current() == connection) {
            return;
        }
        if (route.isEmpty()) {
            engine.connectionOpened();
        } else {
            engine.connectionChanged();
        }
        route.use(connection);
        connection.serve(session);
    }

    /** Notes that the packet that came is handled: over HTTP its response is open from now on. */
    void handled(Connection connection) {
        if (connection.outlet().isHttp()) {
            connection.outlet().requestedBy(session);
            responses.hold(connection, engine.httpWait());
        }
    }

    /** Notes that a connection has ended; another one that serves the session takes over. */
    void lost(Connection connection) {
        responses.remove(connection);
        if (!route.remove(connection)) {
            return;
        }
        if (route.isEmpty()) {
            engine.connectionLost();
            setAlarm(OptionalLong.empty());
        } else {
            engine.connectionOpened();
        }
    }

    /** Ends, and returns the connections that served the session. */
    List<Connection> close() {
        setAlarm(OptionalLong.empty());
        responses.clear();
        return route.clear();
    }

    private void send(Connection on, Outlet out) {
        PacketBuffer packet = out.scratch();
        while (pack(on, packet)) {
            out.packet(packet);
        }
    }

    private boolean pack(Connection on, PacketBuffer packet) {
        lock.lock();
        try {
            if (session.isOver()) {
                return false;
            }
            if (route.free() != on) {
                handOver(on);
                return false;
            }
            if (engine.nextPacket(packet)) {
                packed.run();
                return true;
            }
            route.flushed();
            setAlarm(engine.nextDeadline());
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Has another connection send what one cannot take any more. */
    private void handOver(Connection from) {
        Connection next = route.leave(from) ? route.flush() : null;
        if (next != null) {
            context.workers().execute(next.outlet()::drain);
        }
    }

    /** Sends the response to an HTTP request that must not wait any longer. */
    private void respond(Connection on, Outlet out) {
        PacketBuffer packet = out.scratch();
        lock.lock();
        try {
            if (session.isOver() || !out.takes(session)) {
                return;
            }
            if (engine.nextPacket(packet)) {
                packed.run();
            } else {
                engine.emptyPacket(packet);
            }
        } finally {
            lock.unlock();
        }
        out.packet(packet);
    }

    /** An alarm that comes too early does no harm, and is left as it is. */
    private void setAlarm(OptionalLong deadline) {
        if (deadline.isEmpty()) {
            context.timer().cancel(alarm);
            alarm = null;
        } else if (alarm == null || alarm.at() > deadline.getAsLong()) {
            alarm = context.timer().set(deadline.getAsLong(), this::wake, alarm);
        }
    }

    private void wake() {
        lock.lock();
        try {
            alarm = null;
        } finally {
            lock.unlock();
        }
        session.wake();
    }
}
