package dev.mtproto.transport.support;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.FrameHandler;

/** Reads what a server sends in place of a message: a packet of less than 20 bytes. */
public final class ControlPacket {

    /** The first number of a quick acknowledgement. */
    public static final int QUICK_ACK = -1;

    private static final int SHORTEST_MESSAGE = 20;

    private ControlPacket() {}

    /**
     * Tells whether a packet from a server stands in place of a message.
     *
     * @param length its length, in bytes
     */
    public static boolean isOne(int length) {
        return length < SHORTEST_MESSAGE;
    }

    /** Hands on what a control packet says. */
    @Enforces(Check.T6)
    public static void deliver(byte[] data, int offset, int length, FrameHandler handler) {
        if (length < 4) {
            throw new TransportException(Check.T6, "a control packet of " + length + " bytes");
        }
        int code = Bytes.readInt(data, offset);
        if (code == QUICK_ACK && length >= 8) {
            handler.quickAck(Bytes.readInt(data, offset + 4));
        } else if (code == 0) {
            handler.noop();
        } else {
            // a positive number is taken for its negative
            handler.error(code < 0 ? code : -code);
        }
    }
}
