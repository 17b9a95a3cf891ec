package dev.mtproto.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PacketBufferTests {

    @Property(tries = 200)
    void keepsBytesWhenItGrowsAndRoomAroundThem(
            @ForAll @Size(min = 1, max = 20) int[] seeds, @ForAll @IntRange(min = 0, max = 64) int capacity) {
        PacketBuffer buffer = new PacketBuffer(capacity);
        buffer.reset(0);
        for (int i = 0; i < seeds.length; i++) {
            buffer.resize(i * 37 + 1);
            buffer.array()[buffer.offset() + i * 37] = (byte) seeds[i];
        }
        for (int i = 0; i < seeds.length; i++) {
            assertEquals((byte) seeds[i], buffer.array()[buffer.offset() + i * 37]);
        }
        assertEquals(PacketBuffer.HEADROOM, buffer.offset());
        assertTrue(buffer.array().length - buffer.offset() - buffer.length() >= PacketBuffer.TAILROOM);
    }

    @Test
    void takesBytesInFrontOfThePacketIntoIt() {
        PacketBuffer buffer = new PacketBuffer();
        buffer.reset(8);
        buffer.prepend(4);
        assertEquals(12, buffer.length());
        assertEquals(PacketBuffer.HEADROOM - 4, buffer.offset());
        assertThrows(IllegalArgumentException.class, () -> buffer.prepend(PacketBuffer.HEADROOM));
    }

    @Test
    void refusesLengthsOutOfBounds() {
        PacketBuffer buffer = new PacketBuffer();
        assertThrows(IllegalArgumentException.class, () -> buffer.resize(-1));
        assertThrows(IllegalArgumentException.class, () -> buffer.reset(1 << 25));
    }

    @Test
    void wipesAll() {
        PacketBuffer buffer = new PacketBuffer(4);
        buffer.reset(4);
        buffer.array()[buffer.offset()] = 1;
        buffer.wipe();
        assertEquals(0, buffer.length());
        for (byte b : buffer.array()) {
            assertEquals(0, b);
        }
    }
}
