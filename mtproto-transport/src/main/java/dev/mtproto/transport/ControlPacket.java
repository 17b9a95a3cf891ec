package dev.mtproto.transport;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;

/** Reads what a server sends in place of a message: a packet of less than 20 bytes. */
final class ControlPacket {

    private static final int QUICK_ACK = -1;

    private ControlPacket() {}

    @Enforces(Check.T6)
    static void deliver(byte[] data, int offset, int length, FrameHandler handler) {
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
