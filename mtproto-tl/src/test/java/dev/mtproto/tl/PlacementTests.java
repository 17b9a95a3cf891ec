package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.TlException;
import dev.mtproto.tl.schema.MtprotoSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where things stand: offsets inside a caller's array, in faults, and depth after what was read. */
class PlacementTests {

    @Test
    void aWriterCountsFromWhereItStartedInTheCallersArray() {
        byte[] target = new byte[20];
        TlWriter writer = new TlWriter();
        writer.reset(target, 8);
        writer.writeInt(0x04030201);
        assertEquals(4, writer.position());
        assertSame(target, writer.array());
        assertArrayEquals(new byte[] {1, 2, 3, 4}, writer.toByteArray());
        assertEquals(1, target[8]);
    }

    @Test
    void aWriterMayStartAtTheEndOfAnArrayButNotBehindIt() {
        TlWriter writer = new TlWriter();
        writer.reset(new byte[4], 4);
        writer.writeInt(7);
        assertArrayEquals(new byte[] {7, 0, 0, 0}, writer.toByteArray());
        assertThrows(IndexOutOfBoundsException.class, () -> writer.reset(new byte[4], 5));
    }

    @Test
    void aFaultInAStringNamesItsPlaceInTheSlice() {
        byte[] array = {9, 9, 9, 9, 0, 0, 0, 0, 2, (byte) 0xc3, 0x28, 0};
        TlReader reader = new TlReader(array, 4, 8);
        reader.readInt();
        TlException fault = assertThrows(TlException.class, reader::readString);
        assertEquals(TlException.Kind.BAD_VALUE, fault.kind());
        assertEquals(5, fault.offset());
    }

    @Test
    void nothingAndEverythingCanBeSkipped() {
        TlReader reader = new TlReader(new byte[8], 0, 8);
        reader.skip(0);
        reader.skip(8);
        assertEquals(0, reader.remaining());
        assertThrows(TlException.class, () -> reader.skip(-1));
    }

    @Test
    void vectorsOneAfterTheOtherAreNotNested() {
        TlWriter writer = new TlWriter();
        int count = 2 * TlReader.MAX_DEPTH;
        for (int i = 0; i < count; i++) {
            new TlVector(List.of()).writeTo(writer);
        }
        TlReader reader = new TlReader(writer.array(), 0, writer.position(), MtprotoSchema.INSTANCE);
        for (int i = 0; i < count; i++) {
            assertEquals(new TlVector(List.of()), reader.readObject());
        }
        reader.expectEnd();
    }

    @Test
    void valuesOfOtherContentHaveOtherHashesAndOtherTypesAreNotEqual() {
        byte[] other = new byte[Int256.BYTES];
        other[31] = 1;
        assertNotEquals(
                Int256.of(new byte[Int256.BYTES]).hashCode(), Int256.of(other).hashCode());
        assertNotEquals(
                TlBytes.of(new byte[] {1}).hashCode(),
                TlBytes.of(new byte[] {2}).hashCode());
        assertNotEquals(Int256.of(other), TlBytes.of(other));
    }
}
