package dev.mtproto.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong in this library, a closed set. A failure that breaks a numbered rule names it; no message ever holds key
 * material or the content of a message.
 */
public abstract sealed class MtprotoException extends RuntimeException
        permits AuthKeyStoreException,
                CryptoUnavailableException,
                KeyExchangeException,
                RpcException,
                SessionException,
                TlException,
                TransportException,
                UnansweredException {

    private static final long serialVersionUID = 1;

    private final @Nullable Check check;

    MtprotoException(@Nullable Check check, String message, @Nullable Throwable cause) {
        super(check == null ? message : check + ": " + message, cause);
        this.check = check;
    }

    /** Returns the rule that was broken, where there is one. */
    public Optional<Check> check() {
        return Optional.ofNullable(check);
    }
}
