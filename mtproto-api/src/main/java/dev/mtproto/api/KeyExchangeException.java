package dev.mtproto.api;

/**
 * A key exchange that ended without a key. On the client this is the end of the attempt: its secrets are erased, the
 * connection has to be closed. On the server the transport error is sent before closing.
 */
public final class KeyExchangeException extends MtprotoException {

    private static final long serialVersionUID = 1;

    private final int transportError;

    /**
     * Makes an exception.
     *
     * @param check the rule that was broken
     * @param transportError what a server sends before it closes (-404, -444), or what a client received; 0 for nothing
     * @param message what was wrong, without any secret
     */
    public KeyExchangeException(Check check, int transportError, String message) {
        super(check, message, null);
        this.transportError = transportError;
    }

    /** Returns the transport error code that goes with the failure, 0 for none. */
    public int transportError() {
        return transportError;
    }
}
