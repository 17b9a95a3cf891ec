package dev.mtproto.session.message;

import dev.mtproto.crypto.RandomSource;
import java.util.function.IntSupplier;

/** Numbers out of a source of bytes, without a new array for each. */
final class RandomInts implements IntSupplier {

    private final RandomSource source;
    private final byte[] scratch = new byte[Integer.BYTES];

    RandomInts(RandomSource source) {
        this.source = source;
    }

    @Override
    public int getAsInt() {
        source.nextBytes(scratch, 0, scratch.length);
        return WireBytes.getInt(scratch, 0);
    }
}
