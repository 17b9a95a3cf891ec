package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.transport.support.Bytes;

/** The header of the intermediate framing: the length in four bytes, little-endian. */
final class IntermediateHeader implements FrameHeader {

    private static final int FLAG = 0x8000_0000;

    @Override
    public void wrap(PacketBuffer packet, boolean quickAck) {
        int length = packet.length() | (quickAck ? FLAG : 0);
        packet.prepend(4);
        Bytes.writeInt(packet.array(), packet.offset(), length);
    }

    @Override
    public void writeQuickAck(int token, PacketBuffer out) {
        out.reset(4);
        Bytes.writeInt(out.array(), out.offset(), token);
    }

    @Override
    public int read(byte[] data, int offset, int available, Role role, HeaderResult result) {
        if (available < 4) {
            return 0;
        }
        int word = Bytes.readInt(data, offset);
        if (word >= 0) {
            result.packet(word, false);
        } else if (role == Role.CLIENT) {
            result.quickAck(word);
        } else {
            result.packet(word & ~FLAG, true);
        }
        return 4;
    }
}
