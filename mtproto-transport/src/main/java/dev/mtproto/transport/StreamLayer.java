package dev.mtproto.transport;

/**
 * A layer between the frames of a connection and its socket. It turns one byte stream into another, each way, however both
 * are split: obfuscation, TLS records, WebSocket messages. Layers stand on one another by {@link #over}.
 *
 * <p>A layer serves one connection. One thread may encode while another decodes; neither may be done by two at once. After
 * an exception the connection has to be closed.
 */
public interface StreamLayer {

    /**
     * Turns bytes to send into those of the layer below.
     *
     * @param data the array; the bytes may be changed in it
     * @param offset the index of the first byte
     * @param length how many
     * @param below receives what to send, in one piece or several
     */
    void encode(byte[] data, int offset, int length, ByteSink below);

    /**
     * Turns received bytes back.
     *
     * @param data the array; the bytes may be changed in it
     * @param offset the index of the first byte
     * @param length how many
     * @param above receives what was in them, in pieces of any length, or nothing
     * @throws dev.mtproto.api.TransportException if the bytes break a rule of the layer
     */
    void decode(byte[] data, int offset, int length, ByteSink above);

    /**
     * Stands this layer on another one.
     *
     * @param below the layer nearer to the socket
     */
    default StreamLayer over(StreamLayer below) {
        return new StackedLayers(this, below);
    }
}
