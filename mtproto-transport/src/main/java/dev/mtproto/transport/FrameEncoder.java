package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.support.Bytes;

/**
 * Frames packets for one direction of one connection, in place. Not safe for use by several threads.
 *
 * @see Framing#newEncoder
 */
public final class FrameEncoder {

    private final FrameHeader header;
    private byte[] tag;

    FrameEncoder(FrameHeader header, byte[] tag) {
        this.header = header;
        this.tag = tag;
    }

    /**
     * Puts the frame around a packet, and the tag in front of a client's first one. The buffer then holds the bytes for the
     * stream.
     *
     * @param packet the packet, its length a multiple of 4
     * @param quickAck whether the server is asked for a quick acknowledgement; nothing where the framing has none
     * @throws IllegalArgumentException if the length is another, or beyond {@link PacketBuffer#MAX_LENGTH}
     */
    public void encode(PacketBuffer packet, boolean quickAck) {
        if (packet.length() % 4 != 0 || packet.length() > PacketBuffer.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a packet has a multiple of 4 bytes up to " + PacketBuffer.MAX_LENGTH + ", not " + packet.length());
        }
        header.wrap(packet, quickAck);
        if (tag.length > 0) {
            packet.prepend(tag.length);
            System.arraycopy(tag, 0, packet.array(), packet.offset(), tag.length);
            tag = new byte[0];
        }
    }

    /**
     * Writes a quick acknowledgement, as a server sends it.
     *
     * @param token the token of the message, its highest bit set
     * @param out receives the bytes for the stream; none where the framing has no quick acknowledgements
     */
    public void quickAck(int token, PacketBuffer out) {
        header.writeQuickAck(token, out);
    }

    /**
     * Writes a transport error, as a server sends it before it closes the connection.
     *
     * @param code a negative number, such as -404
     * @param out receives the bytes for the stream
     */
    public void error(int code, PacketBuffer out) {
        out.reset(4);
        Bytes.writeInt(out.array(), out.offset(), code);
        encode(out, false);
    }
}
