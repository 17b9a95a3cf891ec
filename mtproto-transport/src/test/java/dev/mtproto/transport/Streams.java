package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import java.util.HexFormat;

/** Packets in and out of buffers. */
final class Streams {

    private Streams() {}

    static PacketBuffer packet(byte[] payload) {
        PacketBuffer buffer = new PacketBuffer();
        buffer.reset(payload.length);
        System.arraycopy(payload, 0, buffer.array(), buffer.offset(), payload.length);
        return buffer;
    }

    static String hex(PacketBuffer buffer) {
        return HexFormat.of().formatHex(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }
}
