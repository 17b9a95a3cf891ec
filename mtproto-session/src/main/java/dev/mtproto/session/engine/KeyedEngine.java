package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.HashMap;
import java.util.Map;

/** An engine on its key, with the numbers that its requests have outside. */
final class KeyedEngine {

    final SessionEngine engine;
    /** The outside numbers by those of the engine. */
    final Map<Long, Long> outside = new HashMap<>();
    /** The server's unix seconds at which the key is to be replaced. */
    final long replaceAt;

    private final AuthKey key;
    private final boolean owned;
    long bindId;
    int bindAttempts;
    long closeAt = Long.MAX_VALUE;

    private KeyedEngine(AuthKey key, boolean owned, SessionEngine engine, long replaceAt) {
        this.key = key;
        this.owned = owned;
        this.engine = engine;
        this.replaceAt = replaceAt;
    }

    /** An engine on a temporary key, which is erased with it. */
    static KeyedEngine temporary(AuthKey key, SessionEngine engine, long replaceAt) {
        return new KeyedEngine(key, true, engine, replaceAt);
    }

    /** An engine on a permanent key, which stays the caller's. */
    static KeyedEngine permanent(AuthKey key, SessionEngine engine) {
        return new KeyedEngine(key, false, engine, Long.MAX_VALUE);
    }

    AuthKey key() {
        return key;
    }

    @Enforces(Check.P7)
    boolean isExpired(long serverSeconds) {
        return serverSeconds >= key.expiresAt().orElse(0);
    }

    /** Returns when it is over. */
    long deadline(long serverSeconds, long now) {
        long secondsLeft = key.expiresAt().orElse(0) - serverSeconds;
        return Math.min(closeAt, now + Math.max(0, secondsLeft) * 1000);
    }

    /** Ends the engine, and erases a temporary key. */
    @Enforces(Check.P7)
    void close() {
        engine.close();
        if (owned) {
            key.destroy();
        }
    }
}
