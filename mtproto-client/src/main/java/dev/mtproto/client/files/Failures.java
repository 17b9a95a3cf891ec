package dev.mtproto.client.files;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.TlException;
import java.time.Duration;
import java.util.Optional;

/** Tells what may be tried again: a part may be sent or fetched twice, so whatever is not final may. */
final class Failures {

    private static final int FLOOD = 420;
    private static final int INTERNAL = 500;

    private Failures() {}

    /** Returns for how long the server asked to leave it alone. */
    static Optional<Duration> flood(Throwable failure) {
        if (failure instanceof RpcException refusal
                && refusal.code() == FLOOD
                && refusal.argument().isPresent()) {
            return Optional.of(Duration.ofSeconds(refusal.argument().getAsInt()));
        }
        return Optional.empty();
    }

    /** Tells whether another attempt may succeed: the connection failed, or the server had trouble of its own. */
    static boolean mayPass(Throwable failure) {
        if (failure instanceof RpcException refusal) {
            return refusal.code() == INTERNAL || refusal.code() < 0;
        }
        return failure instanceof MtprotoException
                && !(failure instanceof TlException
                        || failure instanceof KeyExchangeException
                        || failure instanceof CryptoUnavailableException);
    }
}
