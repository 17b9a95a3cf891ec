package dev.mtproto.session.exchange;

import java.util.OptionalInt;

/**
 * What a client asks for in a key exchange.
 *
 * @param keys the RSA keys of the server
 * @param dc the data centre as the inner data names it; {@link dev.mtproto.api.DataCenter#wireId}
 * @param expiresIn the life of a temporary key in seconds, positive; empty for a permanent key
 */
public record ExchangeRequest(ServerKeys keys, int dc, OptionalInt expiresIn) {

    /** Checks the life. */
    public ExchangeRequest {
        if (expiresIn.isPresent() && expiresIn.getAsInt() <= 0) {
            throw new IllegalArgumentException("a temporary key lives 1 second or longer, not " + expiresIn.getAsInt());
        }
    }

    /**
     * Asks for a permanent key.
     *
     * @param keys the RSA keys of the server
     * @param dc the data centre as the inner data names it
     */
    public static ExchangeRequest permanent(ServerKeys keys, int dc) {
        return new ExchangeRequest(keys, dc, OptionalInt.empty());
    }

    /**
     * Asks for a temporary key, as forward secrecy uses it.
     *
     * @param keys the RSA keys of the server
     * @param dc the data centre as the inner data names it
     * @param expiresIn its life in seconds, positive; servers may shorten it
     */
    public static ExchangeRequest temporary(ServerKeys keys, int dc, int expiresIn) {
        return new ExchangeRequest(keys, dc, OptionalInt.of(expiresIn));
    }
}
