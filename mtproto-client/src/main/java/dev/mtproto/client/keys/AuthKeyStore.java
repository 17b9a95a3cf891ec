package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKeyStoreException;
import java.util.Optional;

/**
 * Keeps a client's permanent auth keys from one run to the next. An implementation MUST be safe for use by several threads,
 * MUST keep the keys from everyone but their owner, and MUST NOT log them.
 */
public interface AuthKeyStore {

    /**
     * Returns what is kept for a server.
     *
     * @param server its name
     * @return with a key of the caller's own, who destroys it; empty if there is none
     * @throws AuthKeyStoreException if the store cannot be read
     */
    Optional<StoredKey> load(KeyName server);

    /**
     * Keeps a key for a server, in the place of the one before. When this returns, it is kept; if it fails or never returns,
     * either the former state or the new one is.
     *
     * @param server its name
     * @param key what to keep; copied
     * @throws AuthKeyStoreException if the store cannot be read or written
     */
    void save(KeyName server, StoredKey key);

    /**
     * Forgets what is kept for a server, as surely as {@link #save} keeps it.
     *
     * @param server its name
     * @return whether there was something
     * @throws AuthKeyStoreException if the store cannot be read or written
     */
    boolean remove(KeyName server);

    /** Makes a store that lasts as long as the program. */
    static AuthKeyStore inMemory() {
        return new MemoryAuthKeyStore();
    }
}
