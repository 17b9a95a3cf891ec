package dev.mtproto.session.message;

/**
 * The error codes of {@code bad_msg_notification}.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages_about_messages#notification-of-ignored-error-message">
 *     Notification of ignored error message</a>
 */
public final class BadMsgCode {

    /** The msg_id is too low: the sender's clock is behind, or the message waited too long. */
    public static final int ID_TOO_LOW = 16;
    /** The msg_id is too high: the sender's clock is ahead. */
    public static final int ID_TOO_HIGH = 17;
    /** The lowest two bits of the msg_id are wrong. */
    public static final int ID_PARITY = 18;
    /** A container has the id of an earlier message with another content. */
    public static final int CONTAINER_ID_REUSED = 19;
    /** The message is too old to tell whether it was received before. */
    public static final int TOO_OLD = 20;
    /** The seq_no is too low. */
    public static final int SEQ_TOO_LOW = 32;
    /** The seq_no is too high. */
    public static final int SEQ_TOO_HIGH = 33;
    /** An even seq_no was expected. */
    public static final int SEQ_ODD = 34;
    /** An odd seq_no was expected. */
    public static final int SEQ_EVEN = 35;
    /** The salt is wrong. */
    public static final int SALT = 48;
    /** The container cannot be taken apart. */
    public static final int CONTAINER = 64;

    private BadMsgCode() {}
}
