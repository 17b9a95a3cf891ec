package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.HashMap;
import java.util.Map;

/** An engine on a temporary key, with the numbers that its requests have outside. */
final class KeyedEngine {

    final SessionEngine engine;
    /** The outside numbers by those of the engine. */
    final Map<Long, Long> outside = new HashMap<>();
    /** The server's unix seconds at which the key is to be replaced. */
    final long replaceAt;

    private final AuthKey key;
    long bindId;
    int bindAttempts;
    long closeAt = Long.MAX_VALUE;

    KeyedEngine(AuthKey key, SessionEngine engine, long replaceAt) {
        this.key = key;
        this.engine = engine;
        this.replaceAt = replaceAt;
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

    /** Ends the engine, and erases the key. */
    @Enforces(Check.P7)
    void close() {
        engine.close();
        key.destroy();
    }
}
