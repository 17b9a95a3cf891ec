package dev.mtproto.session.message;

/** What has to follow a refusal. */
public sealed interface Reaction {

    /** Nothing: the message is ignored, and not acknowledged. */
    record Discard() implements Reaction {}

    /** The connection is closed without a word. */
    record Close() implements Reaction {}

    /**
     * The transport error is sent, then the connection is closed.
     *
     * @param transportError the code, such as -404
     */
    record CloseWith(int transportError) implements Reaction {}

    /**
     * A {@code bad_msg_notification} is sent; the session goes on.
     *
     * @param badMsgCode its code: 16 to 20, 32 to 35 or 64
     */
    record Notify(int badMsgCode) implements Reaction {}

    /**
     * A {@code bad_server_salt} is sent; the session goes on.
     *
     * @param salt the salt to use from now on
     */
    record NewSalt(long salt) implements Reaction {}

    /**
     * An {@code rpc_error} is sent as the result of the query; the session goes on.
     *
     * @param code its code, such as 400
     * @param text its message
     */
    record RpcError(int code, String text) implements Reaction {}

    /** Tells whether the connection has to be closed. */
    default boolean closes() {
        return this instanceof Close || this instanceof CloseWith;
    }
}
