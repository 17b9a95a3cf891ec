package dev.mtproto.transport.socket;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.ByteSink;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.http.HttpServerCodec;

/** Packets of a server as HTTP responses. */
final class HttpWire implements Wire {

    private final HttpServerCodec codec;

    HttpWire(HttpServerCodec codec) {
        this.codec = codec;
    }

    @Override
    public boolean canSend() {
        return codec.isAwaited();
    }

    @Override
    public void encode(PacketBuffer packet, boolean quickAck, ByteSink below) {
        codec.encode(packet, below);
    }

    /** HTTP has none. */
    @Override
    public void quickAck(int token, PacketBuffer scratch, ByteSink below) {}

    @Override
    public void error(int code, PacketBuffer scratch, ByteSink below) {
        if (codec.isAwaited()) {
            codec.error(code, below);
        }
    }

    @Override
    public void decode(byte[] data, int offset, int length, FrameHandler receiver) {
        codec.decode(data, offset, length, receiver);
    }

    @Override
    public void decoded(byte[] data, FrameHandler receiver) {
        codec.decode(data, 0, data.length, receiver);
    }

    @Override
    public boolean isEnded() {
        return !codec.isAwaited() && !codec.keepsAlive();
    }
}
