package dev.mtproto.testkit;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.session.message.SessionLimits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An auth key of a data centre, with its salts and sessions. Safe for use by several threads. */
final class ServerKey {

    private static final SessionLimits LIMITS = new SessionLimits(
            1 << 24,
            SessionLimits.DEFAULT.containerMessages(),
            SessionLimits.DEFAULT.gzipOutput(),
            SessionLimits.DEFAULT.remembered());

    private final AuthKey key;
    private final ServerSalts salts;
    private final Map<Long, ServerSession> sessions = new LinkedHashMap<>(4, 0.75f, true);
    private int layer;
    private @Nullable AuthKeyId boundTo;
    /** The end of a temporary key in unix seconds; a binding may bring it forward. */
    private long endsAt;

    ServerKey(AuthKey key, ServerSalts salts) {
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

    /** Returns the layer that a query is in: the one it names, which is remembered, or else the one named last. */
    synchronized int layer(int named) {
        if (named != 0) {
            layer = named;
        }
        return layer;
    }

    boolean isTemporary() {
        return key.expiresAt().isPresent();
    }

    synchronized boolean isOver(long unixSeconds) {
        return unixSeconds >= endsAt;
    }

    /** Returns the permanent key to which this temporary one is bound. */
    synchronized Optional<AuthKeyId> boundTo() {
        return Optional.ofNullable(boundTo);
    }

    /** Binds a temporary key; false if it is bound to another key already. */
    synchronized boolean bind(AuthKeyId permanent, long expiresAt) {
        if (boundTo != null && !boundTo.equals(permanent)) {
            return false;
        }
        boundTo = permanent;
        endsAt = Math.min(endsAt, expiresAt);
        return true;
    }

    /** Finds a session, or begins it; forgets the one that was used longest ago where there are too many. */
    synchronized ServerSession session(long id, DataCenterSettings settings) {
        ServerSession known = sessions.get(id);
        if (known != null) {
            return known;
        }
        if (sessions.size() >= settings.limits().sessionsPerKey()) {
            destroySession(sessions.keySet().iterator().next());
        }
        EncryptedSession session = EncryptedSession.builder(settings.crypto(), key, Role.SERVER)
                .sessionId(new SessionId(id))
                .clock(SessionClock.server(settings.clock()))
                .salts(salts)
                .limits(LIMITS)
                .build();
        ServerSession fresh =
                new ServerSession(session, salts, settings.crypto().random());
        sessions.put(id, fresh);
        return fresh;
    }

    synchronized boolean destroySession(long id) {
        ServerSession removed = sessions.remove(id);
        if (removed != null) {
            removed.destroy();
        }
        return removed != null;
    }

    /** Ends the key: packets under it are refused from now on, also on open connections. */
    synchronized void destroy() {
        key.destroy();
        List.copyOf(sessions.keySet()).forEach(this::destroySession);
    }
}
