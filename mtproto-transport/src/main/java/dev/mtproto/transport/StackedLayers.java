package dev.mtproto.transport;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Two layers as one. The links between them are made once, so that nothing is allocated per call. */
final class StackedLayers implements StreamLayer {

    private final StreamLayer upper;
    private final StreamLayer lower;
    private final ByteSink toLower = this::encodeBelow;
    private final ByteSink toUpper = this::decodeAbove;
    private @Nullable ByteSink below;
    private @Nullable ByteSink above;

    StackedLayers(StreamLayer upper, StreamLayer lower) {
        this.upper = upper;
        this.lower = lower;
    }

    @Override
    public void encode(byte[] data, int offset, int length, ByteSink target) {
        below = target;
        upper.encode(data, offset, length, toLower);
    }

    @Override
    public void decode(byte[] data, int offset, int length, ByteSink target) {
        above = target;
        lower.decode(data, offset, length, toUpper);
    }

    private void encodeBelow(byte[] data, int offset, int length) {
        lower.encode(data, offset, length, Objects.requireNonNull(below));
    }

    private void decodeAbove(byte[] data, int offset, int length) {
        upper.decode(data, offset, length, Objects.requireNonNull(above));
    }
}
