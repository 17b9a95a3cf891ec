package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;

/** How a framing writes and reads what stands around a packet, for one direction of one connection. */
interface FrameHeader {

    /** The longest header, in bytes. */
    int MAX_LENGTH = 8;

    /**
     * Puts the frame around a packet.
     *
     * @param packet the packet, its length a multiple of 4
     * @param quickAck whether the receiver is asked for a quick acknowledgement; nothing where the framing has none
     */
    void wrap(PacketBuffer packet, boolean quickAck);

    /**
     * Writes a quick acknowledgement as a server sends it.
     *
     * @param token the token, its highest bit set
     * @param out receives the bytes for the stream; none where the framing has no quick acknowledgements
     */
    void writeQuickAck(int token, PacketBuffer out);

    /**
     * Reads a header. Asked again with more bytes, it gives the same answer.
     *
     * @param data the array
     * @param offset the index of the header's first byte
     * @param available how many bytes there are, at least 1
     * @param role the side that receives
     * @param result receives what was read
     * @return the number of header bytes; 0 if more are needed
     */
    int read(byte[] data, int offset, int available, Role role, HeaderResult result);

    /**
     * Looks at a frame that has arrived wholly.
     *
     * @param data the array
     * @param offset the index of the header's first byte
     * @param headerLength the length of the header
     * @param bodyLength how many bytes follow it
     * @return how many of those are the packet, from the first on
     */
    default int open(byte[] data, int offset, int headerLength, int bodyLength) {
        return bodyLength;
    }
}
