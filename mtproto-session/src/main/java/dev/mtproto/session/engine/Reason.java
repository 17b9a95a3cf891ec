package dev.mtproto.session.engine;

/** Why a request ended without an answer. */
public enum Reason {
    /** The engine was closed. */
    CLOSED,
    /** The caller cancelled it. */
    CANCELLED,
    /** More requests, or bytes of them, were waiting than the limits allow. */
    TOO_MANY,
    /** No packet can hold it. */
    TOO_LARGE,
    /** It was sent again as often as the limits allow. */
    RESEND_LIMIT,
    /** Whether the server ran it cannot be found out any more, and it may not run twice. */
    UNCERTAIN,
    /** The server does not know the auth key any more. */
    KEY_LOST,
    /** A request that had to succeed first did not. */
    PREDECESSOR,
    /** Its answer came, and cannot be unpacked. */
    BROKEN_ANSWER
}
