package dev.mtproto.bench;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameDecoder;
import dev.mtproto.transport.FrameEncoder;
import dev.mtproto.transport.FramePadding;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.StreamLayer;
import org.jspecify.annotations.Nullable;

/** Frames, with what stands around them. */
final class Framed implements Wires {

    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final @Nullable StreamLayer here;
    private final @Nullable StreamLayer far;
    private final Taken taken = new Taken();
    private final ByteSink toDecoder;
    private final ByteSink nowhere = this::count;
    private long sent;

    Framed(Framing framing, Role sender, Crypto crypto, @Nullable StreamLayer here, @Nullable StreamLayer far) {
        this.encoder = framing.newEncoderWithoutTag(FramePadding.of(sender, crypto.random()));
        this.decoder = framing.newDecoder(sender == Role.CLIENT ? Role.SERVER : Role.CLIENT, LIMIT);
        this.here = here;
        this.far = far;
        this.toDecoder = (data, offset, length) -> decoder.feed(data, offset, length, taken);
    }

    @Override
    public long send(PacketBuffer packet) {
        encode(packet, nowhere);
        return sent;
    }

    @Override
    public long there(PacketBuffer packet) {
        taken.length = 0;
        encode(packet, taken);
        for (int position = 0; position < taken.length; position += PIECE) {
            int count = Math.min(PIECE, taken.length - position);
            if (far == null) {
                decoder.feed(taken.bytes, position, count, taken);
            } else {
                far.decode(taken.bytes, position, count, toDecoder);
            }
        }
        return taken.received;
    }

    private void count(byte[] data, int offset, int length) {
        sent += length;
    }

    private void encode(PacketBuffer packet, ByteSink below) {
        encoder.encode(packet, false);
        if (here == null) {
            below.accept(packet.array(), packet.offset(), packet.length());
        } else {
            here.encode(packet.array(), packet.offset(), packet.length(), below);
        }
    }
}
