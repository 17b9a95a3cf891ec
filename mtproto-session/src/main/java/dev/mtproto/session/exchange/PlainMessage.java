package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * An unencrypted message, as only the key exchange uses it: {@code auth_key_id(8) = 0, message_id(8),
 * message_data_length(4), message_data}. See "Unencrypted messages" in the MTProto description.
 *
 * <p>The body is {@code array[offset .. offset + length)}: one TL object, behind which a server may put random bytes that
 * count as part of the body. Bytes behind the body, as a padding transport leaves them, are not part of it.
 *
 * @param msgId the message_id; 0 from some clients
 * @param array the array that holds the packet; not copied
 * @param offset the index of the first byte of the body
 * @param length the length of the body in bytes, a positive multiple of 4
 */
@SuppressWarnings("ArrayRecordComponent") // a view of a packet; never compared
public record PlainMessage(long msgId, byte[] array, int offset, int length) {

    /** Length of what stands in front of the body, in bytes. */
    public static final int HEADER = 20;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * Reads a packet.
     *
     * @param packet the array
     * @param offset the index of the packet's first byte
     * @param length the packet's length, in bytes
     * @throws KeyExchangeException if it is not an unencrypted message, or shorter than it says (H1)
     */
    @Enforces(Check.H1)
    public static PlainMessage read(byte[] packet, int offset, int length) {
        if (length < HEADER) {
            throw broken("a packet of " + length + " bytes");
        }
        if ((long) LONG.get(packet, offset) != 0) {
            throw broken("an encrypted message");
        }
        int body = (int) INT.get(packet, offset + 16);
        if (body <= 0 || body % 4 != 0 || body > length - HEADER) {
            throw broken("a body of " + body + " bytes in a packet of " + length);
        }
        return new PlainMessage((long) LONG.get(packet, offset + 8), packet, offset + HEADER, body);
    }

    /**
     * Writes a packet.
     *
     * @param body the object
     * @param msgId the message_id
     * @param out receives the packet
     * @return the packet's length, in bytes
     */
    public static int write(TlObject body, long msgId, PacketBuffer out) {
        TlWriter writer = new TlWriter();
        body.writeTo(writer);
        return write(writer.toByteArray(), msgId, out);
    }

    /**
     * Writes a packet.
     *
     * @param body the serialised object, a multiple of 4 bytes
     * @param msgId the message_id
     * @param out receives the packet
     * @return the packet's length, in bytes
     */
    public static int write(byte[] body, long msgId, PacketBuffer out) {
        out.reset(HEADER + body.length);
        LONG.set(out.array(), out.offset(), 0L);
        LONG.set(out.array(), out.offset() + 8, msgId);
        INT.set(out.array(), out.offset() + 16, body.length);
        System.arraycopy(body, 0, out.array(), out.offset() + HEADER, body.length);
        return out.length();
    }

    /** Reads the code of a transport error, 4 bytes. */
    static int control(byte[] packet, int offset) {
        return (int) INT.get(packet, offset);
    }

    private static KeyExchangeException broken(String what) {
        return new KeyExchangeException(Check.H1, 0, what + " in place of an unencrypted message");
    }
}
