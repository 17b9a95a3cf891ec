package dev.mtproto.api;

/** A session that cannot go on: its connection has to be closed. */
public final class SessionException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /**
     * Makes an exception.
     *
     * @param check the rule that was broken
     * @param message what was wrong, without any secret
     */
    public SessionException(Check check, String message) {
        super(check, message, null);
    }
}
