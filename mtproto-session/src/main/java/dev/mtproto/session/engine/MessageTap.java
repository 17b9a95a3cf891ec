package dev.mtproto.session.engine;

/**
 * Sees the messages of an engine as they are sent and accepted, for people who look on. Called in the middle of the engine's
 * work: it must return soon and must not call the engine. What it is shown may hold what users keep secret.
 */
public interface MessageTap {

    /** Sees nothing. */
    MessageTap NONE = new MessageTap() {
        @Override
        public void sent(long msgId, int seqNo, byte[] body) {}

        @Override
        public void sentContainer(long msgId, int seqNo, int messages, int length) {}

        @Override
        public void received(long msgId, int seqNo, byte[] array, int offset, int length) {}
    };

    /**
     * A message goes out, alone or in a container.
     *
     * @param msgId its msg_id
     * @param seqNo its seq_no
     * @param body the object with its id; not to be changed
     */
    void sent(long msgId, int seqNo, byte[] body);

    /**
     * The messages that were told of last go out in one container.
     *
     * @param msgId its msg_id
     * @param seqNo its seq_no
     * @param messages how many they are
     * @param length the length of the container, in bytes
     */
    void sentContainer(long msgId, int seqNo, int messages, int length);

    /**
     * A message was accepted.
     *
     * @param msgId its msg_id
     * @param seqNo its seq_no
     * @param array holds the object with its id; not to be changed, and of no meaning afterwards
     * @param offset the index of its first byte
     * @param length its length in bytes
     */
    void received(long msgId, int seqNo, byte[] array, int offset, int length);
}
