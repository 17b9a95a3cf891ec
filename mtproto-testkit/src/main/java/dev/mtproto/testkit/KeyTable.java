package dev.mtproto.testkit;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.exchange.AuthKeyRegistry;
import dev.mtproto.session.message.ServerSalts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The auth keys of a data centre. Holds so many at most: beyond that the oldest one is forgotten. */
final class KeyTable implements AuthKeyRegistry {

    private final int capacity;
    private final InstantSource clock;
    private final RandomSource random;
    private final Map<Long, ServerKey> keys = new LinkedHashMap<>();

    KeyTable(int capacity, InstantSource clock, RandomSource random) {
        this.capacity = capacity;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized boolean add(AuthKey key, Salt firstSalt) {
        long id = key.id().value();
        if (keys.containsKey(id)) {
            return false;
        }
        if (keys.size() >= capacity) {
            remove(keys.keySet().iterator().next());
        }
        keys.put(id, new ServerKey(key, new ServerSalts(firstSalt, clock, random)));
        return true;
    }

    synchronized @Nullable ServerKey find(long id) {
        return keys.get(id);
    }

    /** Forgets a key, the temporary keys bound to it, and their sessions. */
    synchronized boolean remove(long id) {
        ServerKey removed = keys.remove(id);
        if (removed == null) {
            return false;
        }
        removed.destroy();
        List<Long> bound = new ArrayList<>();
        keys.forEach((other, key) -> {
            if (key.boundTo().filter(permanent -> permanent.value() == id).isPresent()) {
                bound.add(other);
            }
        });
        bound.forEach(this::remove);
        return true;
    }

    synchronized void clear() {
        List.copyOf(keys.keySet()).forEach(this::remove);
    }
}
