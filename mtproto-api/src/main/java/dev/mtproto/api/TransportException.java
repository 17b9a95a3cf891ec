package dev.mtproto.api;

import org.jspecify.annotations.Nullable;

/** A connection that failed: a frame out of bounds, a transport error of the peer, or the socket itself. */
public final class TransportException extends MtprotoException {

    private static final long serialVersionUID = 1;

    /** The code of a server that does not know the auth key, or cannot read a packet. */
    public static final int UNKNOWN_KEY = -404;

    /** The code of a server that is asked for too much. */
    public static final int TOO_MANY = -429;

    /** The code of a server that is not the data centre that was named. */
    public static final int WRONG_DATA_CENTER = -444;

    private final int code;

    /**
     * Makes an exception for a frame that breaks a rule.
     *
     * @param check the rule
     * @param message what was wrong, with the value
     */
    public TransportException(Check check, String message) {
        super(check, message, null);
        this.code = 0;
    }

    /**
     * Makes an exception for an error code that the peer sent in place of a message.
     *
     * @param code the code, such as -404 or -429
     */
    public TransportException(int code) {
        super(null, "the peer answered with transport error " + code + meaning(code), null);
        this.code = code;
    }

    /**
     * Makes an exception for a socket that failed.
     *
     * @param message what was tried, with the address
     * @param cause the failure, or null where the peer just closed the connection
     */
    public TransportException(String message, @Nullable Throwable cause) {
        super(null, message, cause);
        this.code = 0;
    }

    /** Returns the transport error code of the peer, 0 where there is none. */
    public int code() {
        return code;
    }

    private static String meaning(int code) {
        return switch (code) {
            case -403 -> " (forbidden)";
            case UNKNOWN_KEY -> " (unknown auth key, or a malformed packet)";
            case TOO_MANY -> " (too many connections or requests)";
            case WRONG_DATA_CENTER -> " (wrong data centre)";
            default -> "";
        };
    }
}
