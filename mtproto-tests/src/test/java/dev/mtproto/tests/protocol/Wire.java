package dev.mtproto.tests.protocol;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.FrameDecoder;
import dev.mtproto.transport.FrameEncoder;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.FramePadding;
import dev.mtproto.transport.Framing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One direction of a byte stream between two machines: frames in, cut at arbitrary places, frames out. */
final class Wire implements FrameHandler {

    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final Random cuts;
    private final List<byte[]> packets = new ArrayList<>();
    private int tagBytes;

    Wire(Framing framing, Role sender, RandomSource random, Random cuts) {
        this.encoder = framing.newEncoder(sender, FramePadding.of(sender, random));
        this.decoder = framing.newDecoder(sender.peer(), Framing.DEFAULT_LIMIT);
        this.cuts = cuts;
        this.tagBytes = sender == Role.CLIENT ? framing.tag().length : 0;
    }

    /** Carries packets over, all frames in one stream. */
    List<byte[]> carry(List<PacketBuffer> sent) {
        packets.clear();
        byte[] stream = new byte[0];
        for (PacketBuffer packet : sent) {
            encoder.encode(packet, false);
            int length = stream.length;
            stream = Arrays.copyOf(stream, length + packet.length());
            System.arraycopy(packet.array(), packet.offset(), stream, length, packet.length());
        }
        int position = tagBytes; // a server's detector takes the tag
        tagBytes = 0;
        while (position < stream.length) {
            int piece = 1 + cuts.nextInt(cuts.nextBoolean() ? 8 : stream.length - position);
            piece = Math.min(piece, stream.length - position);
            byte[] part = Arrays.copyOfRange(stream, position, position + piece);
            decoder.feed(part, 0, piece, this);
            position += piece;
        }
        return List.copyOf(packets);
    }

    @Override
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        packets.add(Arrays.copyOfRange(array, offset, offset + length));
    }

    @Override
    public void error(int code) {
        throw new AssertionError("no transport error was sent, but " + code + " received");
    }
}
