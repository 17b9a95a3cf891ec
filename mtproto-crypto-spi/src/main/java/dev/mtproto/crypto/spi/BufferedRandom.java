package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.RandomSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Draws from a generator in blocks of 1 KiB, as a call of some generators is dear however few bytes it asks for. Bytes are
 * wiped from the buffer as they are handed out. Safe for use by several threads.
 */
public final class BufferedRandom implements RandomSource {

    private static final int BLOCK = 1024;

    private final Consumer<byte[]> generator;
    // not a monitor: a virtual thread that waits for it does not pin its carrier
    private final ReentrantLock lock = new ReentrantLock();
    private final byte[] buffer = new byte[BLOCK];
    private int next = BLOCK;

    /**
     * Makes a source; nothing is drawn yet.
     *
     * @param generator fills an array with random bytes; called by one thread at a time
     */
    public BufferedRandom(Consumer<byte[]> generator) {
        this.generator = generator;
    }

    @Override
    public void nextBytes(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        lock.lock();
        try {
            int end = offset + length;
            for (int at = offset; at < end; ) {
                if (next == BLOCK) {
                    generator.accept(buffer);
                    next = 0;
                }
                int count = Math.min(end - at, BLOCK - next);
                System.arraycopy(buffer, next, target, at, count);
                Arrays.fill(buffer, next, next + count, (byte) 0);
                next += count;
                at += count;
            }
        } finally {
            lock.unlock();
        }
    }
}
