package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;

/** How a framing writes and reads what stands in front of a packet. Without state. */
interface FrameHeader {

    /** The longest header, in bytes. */
    int MAX_LENGTH = 4;

    /**
     * Puts the header in front of a packet.
     *
     * @param packet the packet, its length a multiple of 4
     * @param quickAck whether the receiver is asked for a quick acknowledgement
     */
    void prepend(PacketBuffer packet, boolean quickAck);

    /**
     * Writes a quick acknowledgement as a server sends it, 4 bytes without a header.
     *
     * @param token the token, its highest bit set
     * @param target receives the 4 bytes
     * @param offset the index of the first one
     */
    void writeQuickAck(int token, byte[] target, int offset);

    /**
     * Reads a header.
     *
     * @param data the array
     * @param offset the index of the header's first byte
     * @param available how many bytes there are, at least 1
     * @param role the side that receives
     * @param result receives what was read
     * @return the number of header bytes; 0 if more are needed
     */
    int read(byte[] data, int offset, int available, Role role, HeaderResult result);
}
