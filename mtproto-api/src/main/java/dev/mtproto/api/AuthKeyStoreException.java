package dev.mtproto.api;

import org.jspecify.annotations.Nullable;

/** A store of auth keys that could not be opened, read or written. What it held before is still there, unaltered. */
public final class AuthKeyStoreException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /** What kind of failure it was, for a caller that reacts to it. */
    public enum Reason {
        /** Others than the owner can read or write it, or the file system cannot keep them from it. */
        EXPOSED,
        /** It is cut short or altered. */
        DAMAGED,
        /** It is something else than a store of keys. */
        FOREIGN,
        /** A newer version of this library wrote it. */
        NEWER,
        /** The passphrase is missing, is wrong, is refused by the crypto backend, or there is none to be given. */
        PASSPHRASE,
        /** It is open elsewhere, in this process or another. */
        IN_USE,
        /** Reading or writing failed. */
        IO
    }

    private final Reason reason;

    /**
     * Makes an exception.
     *
     * @param reason what kind of failure it was
     * @param message which store, and what is wrong with it, without any secret
     * @param cause what lies behind it
     */
    public AuthKeyStoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(reason == Reason.EXPOSED ? Check.P8 : null, message, cause);
        this.reason = reason;
    }

    /** Returns what kind of failure it was. */
    public Reason reason() {
        return reason;
    }
}
