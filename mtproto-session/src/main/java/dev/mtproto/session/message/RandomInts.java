package dev.mtproto.session.message;

import dev.mtproto.crypto.RandomSource;
import java.util.function.IntSupplier;

/** Numbers out of a source of bytes, several at a draw. None of them is a secret. */
final class RandomInts implements IntSupplier {

    private static final int DRAW = 8 * Integer.BYTES;

    private final RandomSource source;
    private final byte[] drawn = new byte[DRAW];
    private int next = DRAW;

    RandomInts(RandomSource source) {
        this.source = source;
    }

    @Override
    public int getAsInt() {
        if (next == DRAW) {
            source.nextBytes(drawn, 0, DRAW);
            next = 0;
        }
        int number = WireBytes.getInt(drawn, next);
        next += Integer.BYTES;
        return number;
    }
}
