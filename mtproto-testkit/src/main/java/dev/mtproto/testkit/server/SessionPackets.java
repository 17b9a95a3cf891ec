package dev.mtproto.testkit.server;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.engine.ServerEngine;
import java.util.concurrent.locks.ReentrantLock;

/** Makes and sends the packets of a session, when it is the turn of a connection. Safe for use by several threads. */
final class SessionPackets {

    private final ReentrantLock lock;
    private final ServerSession session;
    private final ServerKey key;
    private final ServerContext context;
    private final ServerEngine engine;
    private final QueriesInWork queries;
    private final SessionAlarm alarm;
    private final Route route;

    /** @param lock the lock of the session */
    SessionPackets(
            ReentrantLock lock,
            ServerSession session,
            ServerKey key,
            ServerContext context,
            ServerEngine engine,
            QueriesInWork queries,
            SessionAlarm alarm) {
        this.lock = lock;
        this.session = session;
        this.key = key;
        this.context = context;
        this.engine = engine;
        this.queries = queries;
        this.alarm = alarm;
        this.route = new Route(session, this::send);
    }

    Route route() {
        return route;
    }

    void send(Connection on, Outlet out) {
        PacketBuffer packet = out.scratch();
        while (pack(on, packet)) {
            out.packet(packet);
        }
    }

    private boolean pack(Connection on, PacketBuffer packet) {
        lock.lock();
        try {
            if (key.isOver(context.unixSeconds())) {
                return false;
            }
            if (route.free() != on) {
                handOver(on);
                return false;
            }
            if (engine.nextPacket(packet)) {
                queries.startHeld();
                return true;
            }
            route.flushed();
            alarm.set(engine.nextDeadline());
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
    void respond(Connection on, Outlet out) {
        PacketBuffer packet = out.scratch();
        lock.lock();
        try {
            if (!route.has(on) || !out.takes(session) || key.isOver(context.unixSeconds())) {
                return;
            }
            if (engine.nextPacket(packet)) {
                queries.startHeld();
            } else {
                engine.emptyPacket(packet);
            }
        } finally {
            lock.unlock();
        }
        out.packet(packet);
    }
}
