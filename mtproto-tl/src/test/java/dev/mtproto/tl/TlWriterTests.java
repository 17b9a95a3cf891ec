package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TlWriterTests {

    private static String written(java.util.function.Consumer<TlWriter> write) {
        TlWriter writer = new TlWriter(0);
        write.accept(writer);
        return VectorEntries.hex(writer.toByteArray());
    }

    @Test
    void numbersAreLittleEndian() {
        assertEquals("04030201", written(w -> w.writeInt(0x01020304)));
        assertEquals("0807060504030201", written(w -> w.writeLong(0x0102030405060708L)));
        assertEquals("000000000000f83f", written(w -> w.writeDouble(1.5)));
        assertEquals("63241605", written(w -> w.writeConstructorId(0x05162463)));
    }

    @Test
    void everyMethodGrowsTheArray() {
        assertEquals("00".repeat(16), written(w -> w.writeInt128(new Int128(0, 0))));
        assertEquals("00".repeat(32), written(w -> w.writeInt256(Int256.of(new byte[32]))));
        assertEquals("01610000", written(w -> w.writeString("a")));
        assertEquals("01610000", written(w -> w.writeBytes(TlBytes.of((byte) 'a'))));
        assertEquals("b5757299", written(w -> w.writeBool(true)));
        assertEquals("0203", written(w -> w.raw(new byte[] {1, 2, 3, 4}, 1, 2)));
    }

    @Test
    void lengthFormsMeetAt254() {
        assertEquals("fd" + "07".repeat(253) + "0000", written(w -> w.writeBytes(filled(253))));
        assertEquals("fefe0000" + "07".repeat(254) + "0000", written(w -> w.writeBytes(filled(254))));
        assertEquals("feff0000" + "07".repeat(255) + "00", written(w -> w.writeBytes(filled(255))));
        assertEquals("fe000100" + "07".repeat(256), written(w -> w.writeBytes(filled(256))));
    }

    @Test
    void paddingIsZeroAlsoInAnArrayThatWasUsedBefore() {
        TlWriter writer = new TlWriter(8);
        writer.writeLong(-1);
        writer.reset();
        assertEquals(0, writer.position());
        writer.writeBytes(new byte[] {1});
        assertArrayEquals(new byte[] {1, 1, 0, 0}, writer.toByteArray());
    }

    @Test
    void theLongestBytes() {
        byte[] longest = new byte[TlWriter.MAX_BYTES];
        TlWriter writer = new TlWriter(0);
        writer.writeBytes(longest);
        assertEquals(TlWriter.MAX_BYTES + 5, writer.position());
        assertEquals(TlWriter.MAX_BYTES, new TlReader(writer.array(), 0, writer.position()).readBytes().length);
        byte[] tooLong = new byte[TlWriter.MAX_BYTES + 1];
        assertThrows(IllegalArgumentException.class, () -> writer.writeBytes(tooLong));
        assertEquals(TlWriter.MAX_BYTES + 5, writer.position());
    }

    @Test
    void slicesHaveToBeInsideTheirArray() {
        TlWriter writer = new TlWriter();
        assertThrows(IndexOutOfBoundsException.class, () -> writer.writeBytes(new byte[4], 1, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> writer.raw(new byte[4], 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> writer.raw(new byte[4], 0, -1));
        assertEquals(0, writer.position());
    }

    @Test
    void vectors() {
        assertEquals(
                "15c4b51c 01000000 05000000".replace(" ", ""),
                written(w -> w.writeVector(List.of(5), TlWriter::writeInt)));
        assertEquals("0100000005000000", written(w -> w.writeBareVector(List.of(5), TlWriter::writeInt)));
    }

    @Property(tries = 200)
    void whatWasWrittenStaysAsTheArrayGrows(@ForAll @IntRange(max = 600) int length, @ForAll byte first) {
        TlWriter writer = new TlWriter(1);
        writer.raw(new byte[] {first}, 0, 1);
        writer.writeBytes(filled(length), 0, length);
        assertEquals(first, writer.array()[0]);
        assertEquals(1, writer.position() % 4);
        TlReader reader = new TlReader(writer.array(), 1, writer.position() - 1);
        assertArrayEquals(filled(length), reader.readBytes());
        reader.expectEnd();
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) 7);
        return bytes;
    }

    @Test
    void whatFillsTheArrayIsTakenWithoutACopy() {
        TlWriter writer = new TlWriter();
        writer.writeBytes(new byte[1000]);
        byte[] array = writer.array();
        assertSame(array, writer.take());
        assertEquals(0, writer.position());
        writer.writeInt(1);
        assertEquals(1004, array.length);
        assertEquals(0, array[4], "the writer goes on elsewhere");
        assertArrayEquals(new byte[] {1, 0, 0, 0}, writer.take());
        writer.reset(new byte[] {9, 9, 9, 9, 9}, 1);
        writer.writeInt(2);
        assertArrayEquals(new byte[] {2, 0, 0, 0}, writer.take());
    }
}
