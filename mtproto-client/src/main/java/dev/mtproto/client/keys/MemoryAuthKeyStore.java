package dev.mtproto.client.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps keys in memory, and overwrites those that are replaced or removed. */
final class MemoryAuthKeyStore implements AuthKeyStore {

    private final Map<KeyName, StoredKey> keys = new HashMap<>();

    @Override
    public synchronized Optional<StoredKey> load(KeyName server) {
        return Optional.ofNullable(keys.get(server)).map(StoredKey::copy);
    }

    @Override
    public synchronized void save(KeyName server, StoredKey key) {
        StoredKey former = keys.put(server, key.copy());
        if (former != null) {
            former.key().destroy();
        }
    }

    @Override
    public synchronized boolean remove(KeyName server) {
        StoredKey former = keys.remove(server);
        if (former == null) {
            return false;
        }
        former.key().destroy();
        return true;
    }

    /** Returns the number of keys, nothing of them. */
    @Override
    public synchronized String toString() {
        return "AuthKeyStore[in memory, " + keys.size() + " keys]";
    }
}
