package dev.mtproto.client.keys;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * What a client keeps for a server. Times are kept in whole milliseconds.
 *
 * @param key the permanent key
 * @param lastSalt the salt known last; one that is over costs a round trip
 * @param createdAt when the key was made
 * @param timeOffset what to add to the local clock to get the server's
 */
public record StoredKey(AuthKey key, Salt lastSalt, Instant createdAt, Duration timeOffset) {

    /**
     * Cuts the times to milliseconds.
     *
     * @throws IllegalArgumentException if the key is a temporary one: these are never stored
     */
    @Enforces(Check.P7)
    public StoredKey {
        if (key.expiresAt().isPresent()) {
            throw new IllegalArgumentException("a temporary key is not stored: " + key.id());
        }
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        timeOffset = timeOffset.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns a copy with a key of its own, which is destroyed apart from this one. */
    StoredKey copy() {
        byte[] value = new byte[AuthKey.LENGTH];
        key.copyTo(value, 0);
        try {
            return new StoredKey(AuthKey.permanent(value, key.id()), lastSalt, createdAt, timeOffset);
        } finally {
            Arrays.fill(value, (byte) 0);
        }
    }

    /** Returns the key's id and its age, neither key nor salt. */
    @Override
    public String toString() {
        return "StoredKey[" + key.id() + ", made " + createdAt + "]";
    }
}
