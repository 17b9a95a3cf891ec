package dev.mtproto.session.message;

/** Takes what a packet holds, message by message, in the order of the packet. */
public interface MessageHandler {

    /**
     * A message that passed all checks. If its seq_no is odd it has to be acknowledged.
     *
     * @param msgId its id
     * @param seqNo its seq_no
     * @param array holds the body; the slice is valid until this method returns, and may be written to
     * @param offset the index of the body's first byte
     * @param length the body's length in bytes, 4 or more: one TL object with its id
     */
    void message(long msgId, int seqNo, byte[] array, int offset, int length);

    /**
     * A message that was received before. Its content must not be used again; if its seq_no is odd it is acknowledged again.
     *
     * @param msgId its id
     * @param seqNo its seq_no
     */
    default void duplicate(long msgId, int seqNo) {}

    /**
     * A {@code msg_copy} was taken apart: its own id is acknowledged too. The message inside follows.
     *
     * @param msgId the id of the {@code msg_copy}
     * @param seqNo its seq_no
     */
    default void copy(long msgId, int seqNo) {}

    /**
     * A packet, or a message of it, was refused. Other messages of the same packet may follow.
     *
     * @param refusal the broken rule and what has to be done
     */
    default void refused(Refusal refusal) {}
}
