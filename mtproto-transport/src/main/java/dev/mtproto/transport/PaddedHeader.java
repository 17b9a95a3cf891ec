package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.transport.support.Bytes;
import dev.mtproto.transport.support.ControlPacket;

/**
 * The padded intermediate framing: four length bytes that count the packet and up to 15 random bytes behind it. The length of
 * the packet itself is not in the frame; it follows from the packet's own form.
 */
final class PaddedHeader implements FrameHeader {

    private static final int SHORTEST_MESSAGE = 20;
    private static final int PLAINTEXT_HEADER = 20;
    private static final int ENCRYPTED_HEADER = 24;

    private final IntermediateHeader length = new IntermediateHeader();
    private final FramePadding padding;

    PaddedHeader(FramePadding padding) {
        this.padding = padding;
    }

    @Override
    public void wrap(PacketBuffer packet, boolean quickAck) {
        padding.append(packet);
        length.wrap(packet, quickAck);
    }

    @Override
    public void writeQuickAck(int token, PacketBuffer out) {
        out.reset(8);
        Bytes.writeInt(out.array(), out.offset(), ControlPacket.QUICK_ACK);
        Bytes.writeInt(out.array(), out.offset() + 4, token);
        padding.appendToQuickAck(out);
        length.wrap(out, false);
    }

    @Override
    public int read(byte[] data, int offset, int available, Role role, HeaderResult result) {
        int read = length.read(data, offset, available, role, result);
        result.padded = true;
        return read;
    }

    /** Cuts the padding off; leaves alone what has the length of no message, for its reader to refuse. */
    @Override
    public int open(byte[] data, int offset, int headerLength, int bodyLength) {
        int start = offset + headerLength;
        if (bodyLength < SHORTEST_MESSAGE) {
            return bodyLength;
        }
        if (Bytes.readInt(data, start) != 0 || Bytes.readInt(data, start + 4) != 0) {
            int encrypted = Math.max(0, bodyLength - ENCRYPTED_HEADER);
            return bodyLength - encrypted % 16;
        }
        long message = PLAINTEXT_HEADER + (long) Bytes.readInt(data, start + 16);
        boolean fits = message > PLAINTEXT_HEADER && message <= bodyLength && bodyLength - message <= FramePadding.MOST;
        return fits ? (int) message : bodyLength;
    }
}
