package dev.mtproto.testkit.server;

import dev.mtproto.api.SessionId;
import dev.mtproto.session.engine.ServerEngine;
import dev.mtproto.session.engine.ServerEvent;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.testkit.rpc.Answer;
import dev.mtproto.testkit.rpc.Caller;
import dev.mtproto.tl.schema.DestroyAuthKeyRes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session: its engine, the connections that serve it, its queries in work. What was not acknowledged goes out again when a
 * connection is lost. Safe for use by several threads; no method waits for a client.
 */
final class ServerSession {

    private final ReentrantLock lock = new ReentrantLock();
    private final ServerContext context;
    private final KeyCaller caller;
    private final EncryptedSession encrypted;
    private final ServerEngine engine;
    private final QueriesInWork queries;
    private final SessionEvents reactions;
    private final SessionAlarm alarm;
    private final Route route;
    private final HeldResponses responses;
    private boolean destroyed;

    ServerSession(ServerKey key, EncryptedSession encrypted, ServerContext context) {
        this.context = context;
        this.caller = new KeyCaller(key, encrypted.sessionId());
        this.encrypted = encrypted;
        Settings settings = context.settings();
        this.engine = new ServerEngine(
                encrypted, key.salts(), settings.clock(), settings.crypto().random());
        this.queries = new QueriesInWork(this, engine, context);
        this.reactions = new SessionEvents(this, key, context);
        this.alarm = new SessionAlarm(context.timer(), this::wake);
        SessionPackets packets = new SessionPackets(lock, this, key, context, engine, queries, alarm);
        this.route = packets.route();
        this.responses = new HeldResponses(context, packets::respond);
    }

    /** Returns the session as its queries show it. */
    Caller caller() {
        return caller;
    }

    /**
     * Takes a packet. The outlet of the connection has to be drained afterwards.
     *
     * @param from the connection that brought it
     * @param opened the opener that opened it
     * @param wantsQuickAck whether the client asked for a quick acknowledgement
     * @return false if the session does not exist any more
     */
    boolean receive(Connection from, PacketOpener opened, boolean wantsQuickAck) {
        List<ServerEvent> events;
        lock.lock();
        try {
            if (destroyed) {
                return false;
            }
            heardOn(from);
            if (engine.received(opened) && wantsQuickAck) {
                int token = encrypted.receivedQuickAckToken();
                from.outlet().add(out -> out.quickAck(token));
            }
            events = startQueries(from.number());
            if (from.outlet().isHttp()) {
                from.outlet().requestedBy(this);
                responses.hold(from, engine.httpWait());
            }
            route.flush();
        } finally {
            lock.unlock();
        }
        reactions.handle(events, from);
        return true;
    }

    /** Takes the answer to a query, and sends it, in a thread that may block. */
    void answer(QueriesInWork.Job job, Answer answer) {
        int length;
        List<ServerEvent> events;
        Connection on;
        Connection to;
        lock.lock();
        try {
            if (destroyed) {
                return;
            }
            queries.ended(job);
            length = engine.answer(job.query().msgId(), answer.body());
            events = startQueries(job.connection());
            on = route.current();
            to = route.flush();
        } finally {
            lock.unlock();
        }
        if (length > 0) {
            reactions.answered(job, answer, length);
        }
        finish(events, on, to);
    }

    /** Sends a message that no query asked for; false if the client wants none, is gone, or too much waits for it. */
    boolean push(byte[] update) {
        if (!caller.wantsUpdates()) {
            return false;
        }
        boolean[] taken = {false};
        change(() -> {
            taken[0] = engine.waitingBytes() < context.settings().limits().outgoing();
            if (taken[0]) {
                engine.push(update);
            }
        });
        return taken[0];
    }

    void sessionDestroyed(SessionId other, boolean existed) {
        change(() -> engine.sessionDestroyed(other, existed));
    }

    void keyDestroyed(DestroyAuthKeyRes answer) {
        change(() -> engine.keyDestroyed(answer));
    }

    /** Notes that a connection has ended; another one that serves the session takes over. */
    void lost(Connection connection) {
        change(() -> {
            responses.remove(connection);
            if (!route.remove(connection)) {
                return;
            }
            if (route.isEmpty()) {
                engine.connectionLost();
                alarm.cancel();
            } else {
                engine.connectionOpened();
            }
        });
    }

    void destroy() {
        lock.lock();
        try {
            destroyed = true;
            queries.clear();
            alarm.cancel();
            responses.clear();
            route.clear().forEach(connection -> connection.forget(this));
            encrypted.destroy();
        } finally {
            lock.unlock();
        }
    }

    private void heardOn(Connection connection) {
        if (route.current() == connection) {
            return;
        }
        if (route.isEmpty()) {
            engine.connectionOpened();
        } else {
            engine.connectionChanged();
        }
        route.use(connection);
        connection.serve(this);
    }

    /** Does something to the engine from any thread, and has others send and do what follows from it. */
    private void change(Runnable action) {
        List<ServerEvent> events;
        Connection on;
        Connection to;
        lock.lock();
        try {
            if (destroyed) {
                return;
            }
            action.run();
            on = route.current();
            events = startQueries(on == null ? 0 : on.number());
            to = route.flush();
        } finally {
            lock.unlock();
        }
        if (on != null) {
            context.workers().execute(() -> finish(events, on, to));
        }
    }

    /** Does what follows, without the lock: on the connection that was heard last, and the one that sends. */
    private void finish(List<ServerEvent> events, @Nullable Connection on, @Nullable Connection to) {
        if (on != null) {
            reactions.handle(events, on);
            on.outlet().drain();
        }
        if (to != null && to != on) {
            to.outlet().drain();
        }
    }

    /** Has queries run, and returns the other events. */
    private List<ServerEvent> startQueries(long connection) {
        List<ServerEvent> others = List.of();
        for (ServerEvent event = engine.nextEvent(); event != null; event = engine.nextEvent()) {
            if (event instanceof ServerEvent.Query query) {
                queries.take(new QueriesInWork.Job(query, connection));
            } else {
                others = others.isEmpty() ? new ArrayList<>(2) : others;
                others.add(event);
            }
        }
        return others;
    }

    private void wake() {
        change(() -> {
            alarm.rang();
            engine.poll();
        });
    }
}
