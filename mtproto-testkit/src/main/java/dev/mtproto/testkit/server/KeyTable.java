package dev.mtproto.testkit.server;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import dev.mtproto.session.binding.BindingVerdict;
import dev.mtproto.session.exchange.AuthKeyRegistry;
import dev.mtproto.session.message.ServerSalts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The auth keys of a data centre. Holds so many at most: beyond that the oldest one is forgotten. */
final class KeyTable implements AuthKeyRegistry {

    private final Settings settings;
    private final Map<Long, ServerKey> keys = new LinkedHashMap<>();

    KeyTable(Settings settings) {
        this.settings = settings;
    }

    @Override
    public boolean add(AuthKey key, Salt firstSalt) {
        long id = key.id().value();
        ServerSalts salts =
                new ServerSalts(firstSalt, settings.clock(), settings.crypto().random(), (int)
                        settings.saltPeriod().toSeconds());
        long oldest = 0;
        synchronized (this) {
            if (keys.containsKey(id)) {
                return false;
            }
            if (keys.size() >= settings.limits().keys()) {
                oldest = keys.keySet().iterator().next();
            }
            keys.put(id, new ServerKey(key, salts, settings.clock()));
        }
        remove(oldest);
        return true;
    }

    synchronized @Nullable ServerKey find(long id) {
        return keys.get(id);
    }

    /**
     * Binds a temporary key; false if it is bound to another key already. The one that was bound before it serves a little
     * longer, for what is in flight on it.
     */
    synchronized boolean bind(ServerKey temporary, BindingVerdict.Bound bound) {
        if (!temporary.bind(bound.permanent(), bound.expiresAt())) {
            return false;
        }
        for (ServerKey other : family(bound.permanent())) {
            if (other != temporary) {
                other.replaced();
            }
        }
        return true;
    }

    /** Forgets the temporary keys of the same permanent one as a key, but for itself and others that are named. */
    void dropOthers(ServerKey key, List<Long> except) {
        for (ServerKey other : family(key.boundTo().orElse(key.id()))) {
            boolean temporary = other.key().expiresAt().isPresent();
            if (temporary && other != key && !except.contains(other.id().value())) {
                remove(other);
            }
        }
    }

    /** Returns a key, and the temporary ones that are bound to it. */
    synchronized List<ServerKey> family(AuthKeyId id) {
        return select(
                key -> key.id().equals(id) || key.boundTo().filter(id::equals).isPresent());
    }

    synchronized List<ServerKey> all() {
        return List.copyOf(keys.values());
    }

    /** Forgets a key, the temporary keys bound to it, and their sessions. */
    boolean remove(long id) {
        List<ServerKey> gone = id == 0 ? List.of() : family(new AuthKeyId(id));
        gone.forEach(this::remove);
        return gone.stream().anyMatch(key -> key.id().value() == id);
    }

    /** Forgets the temporary keys whose time is over. */
    @Enforces({Check.P7, Check.P11})
    void removeOver(long unixSeconds) {
        List<ServerKey> over;
        synchronized (this) {
            over = select(key -> key.isOver(unixSeconds));
        }
        over.forEach(this::remove);
    }

    void clear() {
        all().forEach(this::remove);
    }

    private void remove(ServerKey key) {
        synchronized (this) {
            keys.remove(key.id().value());
        }
        key.destroy();
    }

    private List<ServerKey> select(Predicate<ServerKey> which) {
        List<ServerKey> selected = new ArrayList<>(1);
        keys.values().forEach(key -> {
            if (which.test(key)) {
                selected.add(key);
            }
        });
        return selected;
    }
}
