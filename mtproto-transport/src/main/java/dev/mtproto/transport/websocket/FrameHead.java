package dev.mtproto.transport.websocket;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.support.BigEndian;
import dev.mtproto.transport.support.Bytes;
import java.nio.ByteBuffer;

/** The head of a WebSocket frame, 2 to 14 bytes, read as it comes and written at once. */
final class FrameHead {

    static final int LONGEST = 14;
    static final int CONTINUATION = 0;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LONGEST_CONTROL = 125;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int MEDIUM = 126;

    private final byte[] bytes = new byte[LONGEST];
    private final Role role;
    private int length;

    /** @param role the side that reads */
    FrameHead(Role role) {
        this.role = role;
    }

    /** Takes the next byte; tells whether the head is complete with it. */
    boolean take(byte next) {
        bytes[length++] = next;
        if (length == 2) {
            check();
        }
        return length > 1 && length == 2 + lengthBytes() + maskBytes();
    }

    void clear() {
        length = 0;
    }

    int opcode() {
        return bytes[0] & 0x0f;
    }

    boolean isFinal() {
        return (bytes[0] & FINAL) != 0;
    }

    boolean isControl() {
        return opcode() >= CLOSE;
    }

    @Enforces(Check.T15)
    long payloadLength() {
        int small = small();
        if (small < MEDIUM) {
            return small;
        }
        long value = small == MEDIUM
                ? BigEndian.read16(bytes, 2)
                : ByteBuffer.wrap(bytes).getLong(2);
        long least = small == MEDIUM ? MEDIUM : 1 << 16;
        if (value < least) {
            throw refused("a length that is negative or has a shorter form");
        }
        return value;
    }

    /** Returns the mask as a little-endian number, 0 without one. */
    int mask() {
        return maskBytes() == 0 ? 0 : Bytes.readInt(bytes, 2 + lengthBytes());
    }

    /** Looks at the first two bytes. */
    @Enforces(Check.T15)
    private void check() {
        boolean data = opcode() == CONTINUATION || opcode() == BINARY;
        boolean control = opcode() == CLOSE || opcode() == PING || opcode() == PONG;
        if ((bytes[0] & 0x70) != 0 || (!data && !control)) {
            throw refused("a frame that is neither binary nor control, opcode " + opcode());
        }
        if (control && (!isFinal() || small() > LONGEST_CONTROL)) {
            throw refused("a control frame in parts or of more than " + LONGEST_CONTROL + " bytes");
        }
        if (maskBytes() == 0 != (role == Role.CLIENT)) {
            throw refused("a frame with the mask of the other side");
        }
    }

    static TransportException refused(String what) {
        return new TransportException(Check.T15, what);
    }

    /** The length in the second byte, or which longer form follows. */
    private int small() {
        return bytes[1] & 0x7f;
    }

    private int lengthBytes() {
        int small = small();
        return small < MEDIUM ? 0 : small == MEDIUM ? 2 : 8;
    }

    private int maskBytes() {
        return (bytes[1] & MASKED) != 0 ? 4 : 0;
    }

    /**
     * Writes the head of a whole message.
     *
     * @param count the length of the message, less than 65,536 bytes
     * @param masked whether a mask follows; its four bytes are left to the caller
     * @return the length of the head with the mask
     */
    static int write(byte[] target, int opcode, int count, boolean masked) {
        int flag = masked ? MASKED : 0;
        target[0] = (byte) (FINAL | opcode);
        if (count < MEDIUM) {
            target[1] = (byte) (flag | count);
            return masked ? 6 : 2;
        }
        target[1] = (byte) (flag | MEDIUM);
        BigEndian.write16(target, 2, count);
        return masked ? 8 : 4;
    }
}
