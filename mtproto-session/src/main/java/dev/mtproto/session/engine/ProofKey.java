package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import org.jspecify.annotations.Nullable;

/** The permanent key, which does nothing but prove who binds a temporary one, and what speaks for its loss. */
final class ProofKey {

    private static final int MOST_ATTEMPTS = 3;
    /** A permanent key younger than this may not have spread over the servers yet, in milliseconds. */
    private static final long YOUNG = 60_000;

    private final Ticker ticker;
    private final KeyWatch watch = new KeyWatch();
    private @Nullable AuthKey key;
    private long since;

    ProofKey(@Nullable AuthKey key, Ticker ticker) {
        this.key = key;
        this.ticker = ticker;
        this.since = ticker.now() - YOUNG;
    }

    @Nullable
    AuthKey key() {
        return key;
    }

    void created(AuthKey made) {
        key = made;
        since = ticker.now();
        watch.used();
    }

    void used() {
        watch.used();
    }

    /**
     * Notes that the server could not verify a proof. The key is given up only if it is old enough to be known everywhere, and
     * after a second refusal, of another temporary key.
     *
     * @param attempts how often the same temporary key was tried
     * @return whether to go on with another temporary key
     */
    @Enforces({Check.P6, Check.P10})
    boolean refused(int attempts) {
        boolean old = ticker.now() - since >= YOUNG;
        if (old && watch.disowned()) {
            key = null;
        }
        return old || attempts >= MOST_ATTEMPTS;
    }
}
