package dev.mtproto.transport;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.support.Bytes;
import java.util.zip.CRC32;

/**
 * The full framing: length and sequence number in front, each of 4 bytes and little-endian, and a CRC-32 of all that behind.
 * The length counts the whole frame. Each direction of a connection has its own count of frames.
 */
final class FullHeader implements FrameHeader {

    private static final int HEADER = 8;
    private static final int TRAILER = 4;

    private final CRC32 crc = new CRC32();
    private int next;

    @Override
    public void wrap(PacketBuffer packet, boolean quickAck) {
        packet.prepend(HEADER);
        int length = packet.length();
        packet.resize(length + TRAILER);
        byte[] array = packet.array();
        int offset = packet.offset();
        Bytes.writeInt(array, offset, length + TRAILER);
        Bytes.writeInt(array, offset + 4, next++);
        Bytes.writeInt(array, offset + length, crc(array, offset, length));
    }

    /** This framing has no quick acknowledgements. */
    @Override
    public void writeQuickAck(int token, PacketBuffer out) {
        out.reset(0);
    }

    @Override
    @Enforces(Check.T4)
    public int read(byte[] data, int offset, int available, Role role, HeaderResult result) {
        if (available < 4) {
            return 0;
        }
        int length = Bytes.readInt(data, offset);
        if (length < 0 && role == Role.CLIENT) {
            result.error(length);
            return 4;
        }
        // behind the header; what is negative or above every limit is refused by its number already
        result.packet(Integer.toUnsignedLong(length) - HEADER - TRAILER, false);
        result.trailer = TRAILER;
        if (available < HEADER) {
            return 0;
        }
        int sequence = Bytes.readInt(data, offset + 4);
        if (sequence != next) {
            throw new TransportException(
                    Check.T4,
                    "frame number " + Integer.toUnsignedLong(sequence) + ", expected " + Integer.toUnsignedLong(next));
        }
        return HEADER;
    }

    @Override
    @Enforces(Check.T3)
    public int open(byte[] data, int offset, int headerLength, int bodyLength) {
        int covered = headerLength + bodyLength - TRAILER;
        if (crc(data, offset, covered) != Bytes.readInt(data, offset + covered)) {
            throw new TransportException(
                    Check.T3, "a wrong CRC behind a packet of " + (bodyLength - TRAILER) + " bytes");
        }
        next++;
        return bodyLength - TRAILER;
    }

    private int crc(byte[] data, int offset, int length) {
        crc.reset();
        crc.update(data, offset, length);
        return (int) crc.getValue();
    }
}
