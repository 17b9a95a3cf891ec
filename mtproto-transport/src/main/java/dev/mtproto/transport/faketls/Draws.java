package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;
import dev.mtproto.transport.support.BigEndian;
import java.util.List;

/** Small numbers from random bytes. */
final class Draws {

    private static final int RANGE = 1 << 16;

    private Draws() {}

    /** Draws a number from 0 up to below the bound, each equally likely. */
    static int below(int bound, RandomSource random) {
        int fair = RANGE - RANGE % bound;
        int drawn = BigEndian.read16(random.nextBytes(2), 0);
        while (drawn >= fair) {
            drawn = BigEndian.read16(random.nextBytes(2), 0);
        }
        return drawn % bound;
    }

    /** Puts a part of a list into a random order. */
    static <T> void shuffle(List<T> list, RandomSource random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1, random);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
    }
}
