package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValueTests {

    @Property(tries = 100)
    void int128KeepsItsBytes(@ForAll @Size(16) byte[] bytes) {
        Int128 value = Int128.of(bytes);
        assertArrayEquals(bytes, value.toByteArray());
        assertEquals(VectorEntries.hex(bytes), value.toString());
        assertEquals(value, Int128.of(value.toByteArray(), 0));
    }

    @Property(tries = 100)
    void int256KeepsItsBytesToItself(@ForAll @Size(32) byte[] bytes) {
        byte[] before = bytes.clone();
        Int256 value = Int256.of(bytes);
        bytes[0]++;
        value.toByteArray()[1]++;
        assertArrayEquals(before, value.toByteArray());
        assertEquals(value, Int256.of(before));
        assertEquals(value.hashCode(), Int256.of(before, 0).hashCode());
        assertNotEquals(value, Int256.of(bytes));
        assertEquals("32 bytes", value.toString());
    }

    @Test
    void lengthsAreExact() {
        assertThrows(IllegalArgumentException.class, () -> Int128.of(new byte[15]));
        assertThrows(IllegalArgumentException.class, () -> Int128.of(new byte[17]));
        assertThrows(IllegalArgumentException.class, () -> Int256.of(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Int256.of(new byte[33]));
        assertThrows(IndexOutOfBoundsException.class, () -> Int128.of(new byte[16], 1));
        assertThrows(IndexOutOfBoundsException.class, () -> Int256.of(new byte[32], 1));
    }

    @Test
    void aDestroyedInt256IsGone() {
        byte[] bytes = VectorEntries.hex("11".repeat(32));
        Int256 value = Int256.of(bytes);
        assertFalse(value.isDestroyed());
        value.destroy();
        assertTrue(value.isDestroyed());
        assertThrows(IllegalStateException.class, value::toByteArray);
        assertThrows(IllegalStateException.class, () -> new TlWriter().writeInt256(value));
        assertNotEquals(Int256.of(new byte[32]), value);
        assertEquals(Int256.of(new byte[32]).hashCode(), value.hashCode());
        assertArrayEquals(VectorEntries.hex("11".repeat(32)), bytes);
    }

    @Test
    void tlBytesAreImmutableAndSilent() {
        byte[] content = {1, 2, 3};
        TlBytes bytes = TlBytes.of(content);
        content[0] = 9;
        bytes.toByteArray()[1] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, bytes.toByteArray());
        assertEquals("3 bytes", bytes.toString());
        assertEquals(3, bytes.length());
        assertEquals(bytes, TlBytes.of(new byte[] {0, 1, 2, 3, 4}, 1, 3));
        assertEquals(bytes.hashCode(), TlBytes.of((byte) 1, (byte) 2, (byte) 3).hashCode());
        assertNotEquals(bytes, TlBytes.of(content));
        assertNotEquals(bytes, TlBytes.EMPTY);
        assertSame(TlBytes.EMPTY, TlBytes.of());
        byte[] target = new byte[5];
        bytes.copyTo(target, 1);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 0}, target);
        assertThrows(IndexOutOfBoundsException.class, () -> TlBytes.of(content, 2, 2));
    }

    @Test
    void bytesAreWrappedAndViewedWithoutACopy() {
        byte[] content = {1, 2, 3};
        TlBytes bytes = TlBytes.wrap(content);
        java.nio.ByteBuffer view = bytes.asByteBuffer();
        assertEquals(3, view.remaining());
        content[1] = 7;
        assertEquals(7, view.get(1));
        assertEquals(TlBytes.of((byte) 1, (byte) 7, (byte) 3), bytes);
        assertThrows(java.nio.ReadOnlyBufferException.class, () -> view.put(0, (byte) 0));
    }

    @Test
    void aReaderThatLendsCopiesNoLongBytes() {
        TlWriter writer = new TlWriter();
        writer.writeBytes(new byte[] {1, 2});
        writer.writeBytes(new byte[1000]);
        byte[] array = writer.toByteArray();
        TlReader reader = TlReader.lending(array, TlSchema.of());
        TlBytes little = reader.readTlBytes();
        TlBytes large = reader.readTlBytes();
        reader.expectEnd();
        array[1] = 9;
        array[array.length - 1] = 9;
        assertEquals(TlBytes.of((byte) 1, (byte) 2), little);
        assertEquals(1000, large.length());
        assertEquals(9, large.asByteBuffer().get(999));
        assertEquals(9, large.toByteArray()[999]);
        byte[] target = new byte[1001];
        large.copyTo(target, 1);
        assertEquals(9, target[1000]);
        assertEquals(TlBytes.of(large.toByteArray()), large);
        assertEquals(TlBytes.of(large.toByteArray()).hashCode(), large.hashCode());
        TlWriter again = new TlWriter();
        again.writeBytes(large);
        assertArrayEquals(java.util.Arrays.copyOfRange(array, 4, array.length), again.take());
    }
}
