package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;

/** Where a server keeps the keys that its exchanges make. Called by any thread. */
@FunctionalInterface
public interface AuthKeyRegistry {

    /**
     * Keeps a new key.
     *
     * @param key the key; the registry's from now on if it is kept, destroyed otherwise
     * @param firstSalt the salt that the client starts with
     * @return whether it was kept; false if the id is in use, and the client is asked for another key
     */
    boolean add(AuthKey key, Salt firstSalt);

    /**
     * Tells whether a client may have a key at all; asked before {@link #add}.
     *
     * @param key the key that would be added
     * @return whether it may; if not, the exchange ends with a refusal ({@code dh_gen_fail})
     */
    default boolean admits(AuthKey key) {
        return true;
    }
}
