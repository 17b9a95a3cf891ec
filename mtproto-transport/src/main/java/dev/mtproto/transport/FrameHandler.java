package dev.mtproto.transport;

/** Receives what a decoder finds in a byte stream, in order. */
public interface FrameHandler {

    /**
     * A packet: a plaintext or encrypted message. The bytes may be changed (they are decrypted in place), and are valid
     * until this method returns.
     *
     * @param array the array
     * @param offset the index of the packet's first byte
     * @param length the length of the packet in bytes; on a client at least 20
     * @param wantsQuickAck whether the sender asks for a quick acknowledgement; only on a server
     */
    void packet(byte[] array, int offset, int length, boolean wantsQuickAck);

    /**
     * A quick acknowledgement: the server has decrypted and accepted a message. Only on a client.
     *
     * @param token names the message; its highest bit is set
     */
    default void quickAck(int token) {}

    /**
     * A transport error. The server closes the connection behind it. Only on a client.
     *
     * @param code a negative number, such as -404
     */
    void error(int code);

    /** A control packet that only keeps the connection alive. Only on a client. */
    default void noop() {}
}
