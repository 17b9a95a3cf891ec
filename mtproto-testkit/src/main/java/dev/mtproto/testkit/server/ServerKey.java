package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.session.message.SessionLimits;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An auth key of a data centre, with its salts, sessions and connections. Safe for use by several threads. */
final class ServerKey {

    private static final SessionLimits LIMITS = new SessionLimits(
            1 << 24,
            SessionLimits.DEFAULT.containerMessages(),
            SessionLimits.DEFAULT.gzipOutput(),
            SessionLimits.DEFAULT.remembered());

    /** How long a replaced temporary key serves what is in flight on it, in milliseconds. */
    private static final long AFTER_REPLACEMENT = 10_000;

    private final InstantSource clock;
    private final AuthKey key;
    private final ServerSalts salts;
    private final Map<Long, ServerSession> sessions = new LinkedHashMap<>(4, 0.75f, true);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet(1);
    private volatile int layer;
    private volatile @Nullable AuthKeyId boundTo;
    /** Until when a temporary key serves, in milliseconds of unix time, after another one took its place. */
    private volatile long servesUntil = Long.MAX_VALUE;
    /** The end of a temporary key in unix seconds; a binding may bring it forward. */
    private volatile long endsAt;

    private boolean destroyed;

    ServerKey(AuthKey key, ServerSalts salts, InstantSource clock) {
        this.clock = clock;
        this.key = key;
        this.salts = salts;
        this.endsAt = key.expiresAt().orElse(Long.MAX_VALUE);
    }

    AuthKey key() {
        return key;
    }

    AuthKeyId id() {
        return key.id();
    }

    ServerSalts salts() {
        return salts;
    }

    int layer(int named) {
        if (named != 0) {
            layer = named;
        }
        return layer;
    }

    boolean isOver(long unixSeconds) {
        return unixSeconds >= endsAt || key.isDestroyed();
    }

    /** Tells whether it is a temporary key that was not bound yet, or whose place another one has taken for good. */
    boolean isUnbound() {
        return key.expiresAt().isPresent() && (boundTo == null || clock.millis() >= servesUntil);
    }

    /** Notes that another temporary key is bound in its place. */
    synchronized void replaced() {
        servesUntil = Math.min(servesUntil, clock.millis() + AFTER_REPLACEMENT);
    }

    /** Returns the permanent key to which this temporary one is bound. */
    Optional<AuthKeyId> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    /** Binds a temporary key; false if it is bound to another key already. */
    synchronized boolean bind(AuthKeyId permanent, long expiresAt) {
        AuthKeyId before = boundTo;
        if (before != null && !before.equals(permanent)) {
            return false;
        }
        boundTo = permanent;
        servesUntil = Long.MAX_VALUE;
        endsAt = Math.min(endsAt, expiresAt);
        return true;
    }

    /** Returns an opener of packets for a connection, which is one of the key's from now on; null if the key is gone. */
    synchronized @Nullable PacketOpener use(Connection connection, Settings settings) {
        if (destroyed) {
            return null;
        }
        connections.add(connection);
        SessionClock clock = SessionClock.server(settings.clock());
        return PacketOpener.of(settings.crypto(), key, Role.SERVER, clock, false);
    }

    void leave(Connection connection) {
        connections.remove(connection);
    }

    /** Finds a session, or begins it, at the cost of the one that was used longest ago; null if the key is gone. */
    @Nullable
    ServerSession session(long id, ServerContext context) {
        ServerSession oldest = null;
        ServerSession session;
        synchronized (this) {
            session = sessions.get(id);
            if (session != null || destroyed) {
                return session;
            }
            if (sessions.size() >= context.settings().limits().sessionsPerKey()) {
                oldest = sessions.remove(sessions.keySet().iterator().next());
            }
            session = newSession(id, context);
            sessions.put(id, session);
        }
        if (oldest != null) {
            oldest.destroy();
        }
        return session;
    }

    synchronized List<ServerSession> sessions() {
        return List.copyOf(sessions.values());
    }

    synchronized @Nullable ServerSession find(SessionId session) {
        return sessions.get(session.value());
    }

    boolean destroySession(long id) {
        ServerSession removed;
        synchronized (this) {
            removed = sessions.remove(id);
        }
        if (removed != null) {
            removed.destroy();
        }
        return removed != null;
    }

    void forgetSessions() {
        sessions().forEach(session -> destroySession(session.caller().id().value()));
    }

    /** Ends the key: nothing is taken or sent under it from now on, and its connections are closed. */
    void destroy() {
        synchronized (this) {
            destroyed = true;
            key.destroy();
        }
        forgetSessions();
        connections.forEach(Connection::keyIsGone);
    }

    private ServerSession newSession(long id, ServerContext context) {
        Settings settings = context.settings();
        EncryptedSession session = EncryptedSession.builder(settings.crypto(), key, Role.SERVER)
                .sessionId(new SessionId(id))
                .clock(SessionClock.server(settings.clock()))
                .salts(salts)
                .limits(LIMITS)
                .build();
        return new ServerSession(this, session, context);
    }
}
