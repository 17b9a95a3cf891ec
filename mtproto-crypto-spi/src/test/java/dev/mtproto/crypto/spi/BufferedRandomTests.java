package dev.mtproto.crypto.spi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BufferedRandomTests {

    private final AtomicInteger blocks = new AtomicInteger();
    private byte[] seen = new byte[0];
    private final BufferedRandom random = new BufferedRandom(bytes -> {
        seen = bytes;
        int block = blocks.getAndIncrement();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (block * bytes.length + i + 1);
        }
    });

    @Test
    void handsOutTheGeneratorsBytesInOrderAcrossBlocks() {
        byte[] target = new byte[2500];
        random.nextBytes(target, 0, 7);
        random.nextBytes(target, 7, 0);
        random.nextBytes(target, 7, 2400);
        for (int i = 0; i < 2407; i++) {
            assertEquals((byte) (i + 1), target[i], "byte " + i);
        }
        assertEquals(0, target[2407]);
        assertEquals(3, blocks.get());
    }

    @Test
    void wipesWhatItHandedOut() {
        random.nextBytes(100);
        assertArrayEquals(new byte[100], Arrays.copyOf(seen, 100));
        assertNotEquals(0, seen[100]);
    }

    @Test
    void refusesASliceOutsideTheArray() {
        assertThrows(IndexOutOfBoundsException.class, () -> random.nextBytes(new byte[4], 1, 4));
        assertEquals(0, blocks.get());
    }
}
