package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;
import dev.mtproto.client.keys.AuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.client.keys.StoredKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The place where a client's permanent key is kept.
 *
 * @param store the store
 * @param server the name of the server there
 */
record KeyKeeper(AuthKeyStore store, KeyName server) {

    Optional<StoredKey> load() {
        return store.load(server);
    }

    void save(AuthKey key, Salt salt, Duration timeOffset, InstantSource clock) {
        store.save(server, new StoredKey(key, salt, clock.instant(), timeOffset));
    }

    /** Keeps what a client knows at its end, if the key is still the one that is stored. */
    void update(AuthKey key, Salt salt, Duration timeOffset) {
        Optional<StoredKey> stored = load();
        if (stored.isPresent()) {
            boolean same = stored.get().key().id().equals(key.id());
            stored.get().key().destroy();
            if (same) {
                store.save(server, new StoredKey(key, salt, stored.get().createdAt(), timeOffset));
            }
        }
    }
}
