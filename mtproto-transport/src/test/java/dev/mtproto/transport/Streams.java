package dev.mtproto.transport;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.transport.support.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Packets in and out of buffers, and frames in their streams. */
public final class Streams {

    private Streams() {}

    public static PacketBuffer packet(byte[] payload) {
        PacketBuffer buffer = new PacketBuffer();
        buffer.reset(payload.length);
        System.arraycopy(payload, 0, buffer.array(), buffer.offset(), payload.length);
        return buffer;
    }

    public static String hex(PacketBuffer buffer) {
        return HexFormat.of().formatHex(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }

    public static byte[] bytes(PacketBuffer buffer) {
        return Arrays.copyOfRange(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }

    /** Feeds bytes to a decoder or layer in pieces of the given lengths, over and over. */
    public static void feed(byte[] bytes, int start, List<Integer> pieces, ByteSink target) {
        int position = start;
        for (int i = 0; position < bytes.length; i++) {
            int length = Math.min(pieces.get(i % pieces.size()), bytes.length - position);
            // in an array of its own, as a reused read buffer would be overwritten
            byte[] piece = Arrays.copyOfRange(bytes, position, position + length);
            target.accept(piece, 0, length);
            position += length;
        }
    }

    /** Writes as many frames as a connection has behind it; a framing that does not count them does not care. */
    static void countFrames(FrameEncoder encoder, int count) {
        for (int i = 0; i < count; i++) {
            encoder.encode(packet(new byte[20]), false);
        }
    }

    /** Makes a decoder that has taken as many frames already. */
    static FrameDecoder decoderBehind(Framing framing, Role role, int count) {
        FrameEncoder encoder = framing.newEncoder(role.peer());
        FrameDecoder decoder = framing.newDecoder(role, Framing.DEFAULT_LIMIT);
        for (int i = 0; i < count; i++) {
            PacketBuffer buffer = packet(new byte[20]);
            encoder.encode(buffer, false);
            int tag = i == 0 && role == Role.SERVER ? framing.tag().length : 0;
            decoder.feed(buffer.array(), buffer.offset() + tag, buffer.length() - tag, new Received());
        }
        return decoder;
    }

    /** The padding that reproduces padded frames: what stands behind packets of these lengths in the stream. */
    static FramePadding padding(byte[] stream, int start, List<Integer> lengths) {
        ByteArrayOutputStream script = new ByteArrayOutputStream();
        int position = start;
        for (int length : lengths) {
            int total = Bytes.readInt(stream, position) & 0x7fff_ffff;
            script.write(total - length);
            script.write(stream, position + 4 + length, total - length);
            position += 4 + total;
        }
        return new FramePadding(FramePadding.MOST, new ScriptedRandom(script.toByteArray()));
    }
}
