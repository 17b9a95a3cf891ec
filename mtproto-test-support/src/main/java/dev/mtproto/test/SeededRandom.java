package dev.mtproto.test;

import dev.mtproto.crypto.RandomSource;
import java.util.SplittableRandom;

/** A reproducible source of random bytes, for tests alone. */
public final class SeededRandom implements RandomSource {

    private final long seed;
    private final SplittableRandom random;

    /** Makes a source; equal seeds give equal bytes. */
    public SeededRandom(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized void nextBytes(byte[] target, int offset, int length) {
        for (int i = 0; i < length; i++) {
            target[offset + i] = (byte) random.nextInt();
        }
    }

    /** Returns the seed, so that a failure can be repeated. */
    @Override
    public String toString() {
        return "SeededRandom[" + seed + "]";
    }
}
