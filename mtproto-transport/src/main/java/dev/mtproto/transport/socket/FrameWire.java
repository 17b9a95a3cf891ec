package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameDecoder;
import dev.mtproto.transport.FrameEncoder;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.StreamLayer;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Frames, and what stands between them and the socket. */
final class FrameWire implements Wire {

    private final FrameEncoder encoder;
    private final FrameDecoder decoder;
    private final @Nullable StreamLayer layer;
    private final BooleanSupplier ended;
    private final ByteSink toDecoder = this::feed;
    private @Nullable FrameHandler handler;

    /**
     * Puts codecs together.
     *
     * @param layer what stands around the frames, null for nothing
     * @param ended whether the layer's peer has closed the stream
     */
    FrameWire(FrameEncoder encoder, FrameDecoder decoder, @Nullable StreamLayer layer, BooleanSupplier ended) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.layer = layer;
        this.ended = ended;
    }

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public void encode(PacketBuffer packet, boolean quickAck, ByteSink below) {
        encoder.encode(packet, quickAck);
        send(packet, below);
    }

    @Override
    public void quickAck(int token, PacketBuffer scratch, ByteSink below) {
        encoder.quickAck(token, scratch);
        send(scratch, below);
    }

    @Override
    public void error(int code, PacketBuffer scratch, ByteSink below) {
        encoder.error(code, scratch);
        send(scratch, below);
    }

    @Override
    public void decode(byte[] data, int offset, int length, FrameHandler receiver) {
        handler = receiver;
        if (layer == null) {
            feed(data, offset, length);
        } else {
            layer.decode(data, offset, length, toDecoder);
        }
    }

    @Override
    public void decoded(byte[] data, FrameHandler receiver) {
        handler = receiver;
        feed(data, 0, data.length);
    }

    @Override
    public boolean isEnded() {
        return ended.getAsBoolean();
    }

    private void feed(byte[] data, int offset, int length) {
        decoder.feed(data, offset, length, Objects.requireNonNull(handler));
    }

    private void send(PacketBuffer frame, ByteSink below) {
        if (frame.length() == 0) {
            return;
        }
        if (layer == null) {
            below.accept(frame.array(), frame.offset(), frame.length());
        } else {
            layer.encode(frame.array(), frame.offset(), frame.length(), below);
        }
    }
}
