package dev.mtproto.session.exchange;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.tl.TlObject;
import java.util.Arrays;

/** Packets as byte arrays. */
final class Packets {

    private Packets() {}

    static byte[] of(PacketBuffer buffer) {
        return Arrays.copyOfRange(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }

    static byte[] of(TlObject body) {
        return of(Outcome.bytes(body));
    }

    static byte[] of(byte[] body) {
        PacketBuffer buffer = new PacketBuffer();
        PlainMessage.write(body, 4, buffer);
        return of(buffer);
    }

    /** Returns what stands behind the header. */
    static byte[] body(byte[] packet) {
        PlainMessage message = PlainMessage.read(packet, 0, packet.length);
        return Arrays.copyOfRange(packet, message.offset(), message.offset() + message.length());
    }

    /** Returns the packet with bytes behind its object that count as part of the body. */
    static byte[] withTail(byte[] packet, byte[] tail) {
        byte[] body = body(packet);
        byte[] longer = Arrays.copyOf(body, body.length + tail.length);
        System.arraycopy(tail, 0, longer, body.length, tail.length);
        return of(longer);
    }
}
