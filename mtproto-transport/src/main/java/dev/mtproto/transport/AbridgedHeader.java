package dev.mtproto.transport;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.support.Bytes;

/** The header of the abridged framing: one byte up to 126 words, else {@code 7f} and three bytes. */
final class AbridgedHeader implements FrameHeader {

    private static final int LONG_FORM = 0x7f;
    private static final int FLAG = 0x80;

    @Override
    public void wrap(PacketBuffer packet, boolean quickAck) {
        int words = packet.length() / 4;
        int flag = quickAck ? FLAG : 0;
        if (words < LONG_FORM) {
            packet.prepend(1);
            packet.array()[packet.offset()] = (byte) (words | flag);
        } else {
            packet.prepend(4);
            Bytes.writeInt(packet.array(), packet.offset(), words << 8 | LONG_FORM | flag);
        }
    }

    @Override
    public void writeQuickAck(int token, PacketBuffer out) {
        out.reset(4);
        Bytes.writeInt(out.array(), out.offset(), Integer.reverseBytes(token));
    }

    @Override
    @Enforces(Check.T5)
    public int read(byte[] data, int offset, int available, Role role, HeaderResult result) {
        int first = data[offset] & 0xff;
        if (role == Role.CLIENT && first >= FLAG) {
            if (available < 4) {
                return 0;
            }
            result.quickAck(Integer.reverseBytes(Bytes.readInt(data, offset)));
            return 4;
        }
        boolean quickAck = first >= FLAG;
        int words = first & ~FLAG;
        if (words != LONG_FORM) {
            result.packet(4L * words, quickAck);
            return 1;
        }
        if (available < 4) {
            return 0;
        }
        words = Bytes.readInt(data, offset) >>> 8;
        if (words < LONG_FORM) {
            throw new TransportException(Check.T5, "a length of " + words + " words in the long form");
        }
        result.packet(4L * words, quickAck);
        return 4;
    }
}
