package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.MtprotoSchema;
import dev.mtproto.tl.schema.Ping;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlReaderTests {

    private static TlException fault(Kind kind, int offset, Executable executable) {
        TlException fault = assertThrows(TlException.class, executable);
        assertEquals(kind, fault.kind(), fault.getMessage());
        assertEquals(offset, fault.offset(), fault.getMessage());
        return fault;
    }

    @Test
    void positionCountsFromTheStartOfTheSlice() {
        TlReader reader = new TlReader(new byte[20], 5, 12);
        assertEquals(0, reader.position());
        assertEquals(12, reader.remaining());
        reader.readLong();
        assertEquals(8, reader.position());
        assertEquals(4, reader.remaining());
        fault(Kind.TRAILING_BYTES, 8, reader::expectEnd);
        reader.skip(4);
        reader.expectEnd();
        fault(Kind.SHORT_INPUT, 12, reader::readInt);
    }

    @Test
    void aSliceOutsideTheArrayIsTheCallersMistake() {
        assertThrows(IndexOutOfBoundsException.class, () -> new TlReader(new byte[4], 1, 4));
    }

    @Test
    void nothingIsReadBeyondTheSlice() {
        for (int length = 0; length < 4; length++) {
            TlReader reader = new TlReader(new byte[64], 0, length);
            fault(Kind.SHORT_INPUT, 0, reader::readInt);
        }
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 7)::readLong);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 7)::readDouble);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 15)::readInt128);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 31)::readInt256);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 3)::readConstructorId);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 3)::peekConstructorId);
        fault(Kind.SHORT_INPUT, 0, new TlReader(new byte[64], 0, 3)::readBool);
    }

    @Test
    void peekingDoesNotMove() {
        TlReader reader = Encoding.reader("63241605 01000000");
        assertEquals(0x05162463, reader.peekConstructorId());
        assertEquals(0x05162463, reader.readConstructorId());
        assertEquals(4, reader.position());
    }

    @Test
    void int128And256KeepTheOrderOfTheirBytes() {
        byte[] bytes = VectorEntries.hex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertArrayEquals(bytes, new TlReader(bytes, 0, 32).readInt256().toByteArray());
        assertEquals(
                "101112131415161718191a1b1c1d1e1f",
                new TlReader(bytes, 16, 16).readInt128().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "fe000000"})
    void noBytes(String digits) {
        TlReader reader = Encoding.reader(digits);
        assertEquals(0, reader.readTlBytes().length());
        reader.expectEnd();
    }

    @Test
    void aLongFormForFewBytesIsAccepted() {
        TlReader reader = Encoding.reader("fe030000 61626300");
        assertEquals("abc", reader.readString());
        reader.expectEnd();
    }

    @Test
    void theValueOfPaddingIsNotLookedAt() {
        TlReader reader = Encoding.reader("01 61 ff ee");
        assertArrayEquals(new byte[] {'a'}, reader.readBytes());
        reader.expectEnd();
    }

    @Test
    void paddingHasToBeThere() {
        fault(Kind.SHORT_INPUT, 2, Encoding.reader("0161")::readBytes);
        fault(Kind.SHORT_INPUT, 2, Encoding.reader("016100")::readString);
    }

    @Test
    void paddingCountsFromTheLengthByte() {
        TlReader reader = Encoding.reader("ff 03616263 ee");
        reader.skip(1);
        assertEquals("abc", reader.readString());
        assertEquals(5, reader.position());
    }

    @Test
    void lengthsAreComparedWithWhatIsLeft() {
        fault(Kind.SHORT_INPUT, 0, Encoding.reader("feffffff 00000000")::readBytes);
        fault(Kind.SHORT_INPUT, 0, Encoding.reader("04616263")::readBytes);
        fault(Kind.SHORT_INPUT, 1, Encoding.reader("fe0000")::readBytes);
        fault(Kind.BAD_LENGTH, 0, Encoding.reader("ff000000")::readBytes);
        fault(Kind.BAD_LENGTH, 0, () -> Encoding.reader("00000000").skip(-1));
        fault(Kind.SHORT_INPUT, 0, () -> Encoding.reader("00000000").skip(Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01800000", "02c0af00", "03eda080", "02c32800", "01ff0000", "04f4908080000000"})
    void stringsAreUtf8(String digits) {
        fault(Kind.BAD_VALUE, 1, Encoding.reader(digits)::readString);
    }

    @Test
    void stringsOfAllPlanes() {
        TlWriter writer = new TlWriter();
        writer.writeString("aé€😀");
        assertEquals("aé€😀", Encoding.reader(writer.toByteArray()).readString());
    }

    @Test
    void boolIsOneOfTwoIds() {
        assertTrue(Encoding.reader("b5757299").readBool());
        assertFalse(Encoding.reader("379779bc").readBool());
        TlException fault = fault(Kind.BAD_VALUE, 0, Encoding.reader("01000000")::readBool);
        assertEquals(OptionalInt.of(1), fault.constructorId());
        assertEquals(new BoolTrue(), Encoding.reader("b5757299").readObject());
    }

    @Test
    void unknownIdsAreNamed() {
        TlException fault = fault(Kind.UNKNOWN_CONSTRUCTOR, 0, Encoding.reader("78563412")::readObject);
        assertEquals(OptionalInt.of(0x12345678), fault.constructorId());
        assertTrue(fault.getMessage().contains("12345678"), fault.getMessage());
        fault(Kind.UNKNOWN_CONSTRUCTOR, 0, Encoding.reader("b5757299")::readFunction);
        fault(Kind.UNKNOWN_CONSTRUCTOR, 0, () -> MsgsAck.read(Encoding.reader("b5757299")));
    }

    @Test
    void withoutASchemaNoObjectIsKnown() {
        byte[] ping = Encoding.encode(new Ping(1));
        fault(Kind.UNKNOWN_CONSTRUCTOR, 0, new TlReader(ping, 0, ping.length)::readObject);
        fault(Kind.UNKNOWN_CONSTRUCTOR, 0, new TlReader(ping, 0, ping.length)::readFunction);
        assertEquals(new Ping(1), Ping.read(new TlReader(ping, 0, ping.length)));
    }

    @Test
    void schemasJoin() {
        TlSchema joined = TlSchema.of(TlSchema.of(), MtprotoSchema.INSTANCE);
        byte[] ping = Encoding.encode(new Ping(7));
        assertEquals(new Ping(7), new TlReader(ping, 0, ping.length, joined).readObject());
        assertEquals(new Ping(7), new TlReader(ping, 0, ping.length, joined).readFunction());
        assertEquals("ping", joined.nameOf(Ping.ID).orElseThrow());
        assertTrue(joined.nameOf(0x12345678).isEmpty());
    }

    @Test
    void faultsNameTheObjectThatTheyAreIn() {
        TlException fault = fault(Kind.SHORT_INPUT, 4, Encoding.reader("ec77be7a 00000000")::readObject);
        assertEquals(OptionalInt.of(Ping.ID), fault.constructorId());
        TlException outside = fault(Kind.SHORT_INPUT, 0, Encoding.reader("00")::readLong);
        assertEquals(OptionalInt.empty(), outside.constructorId());
    }

    @Test
    void behindAnInnerObjectFaultsNameTheOuterOneAgain() {
        TlReader reader = Encoding.reader("00000000");
        int outer = reader.enter(1);
        int inner = reader.enter(2);
        assertEquals(
                OptionalInt.of(2), fault(Kind.SHORT_INPUT, 0, reader::readLong).constructorId());
        reader.leave(inner);
        assertEquals(
                OptionalInt.of(1), fault(Kind.SHORT_INPUT, 0, reader::readLong).constructorId());
        reader.leave(outer);
        assertEquals(
                OptionalInt.empty(),
                fault(Kind.SHORT_INPUT, 0, reader::readLong).constructorId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff", "ffffff7f", "02000000", "00000080"})
    void countsAreComparedWithWhatIsLeft(String count) {
        fault(Kind.BAD_COUNT, 4, () -> Encoding.reader("15c4b51c" + count + "0000000000000000")
                .readVector(8, TlReader::readLong));
        fault(Kind.BAD_COUNT, 0, () -> Encoding.reader(count + "0000000000000000")
                .readBareVector(8, TlReader::readLong));
    }

    @Test
    void aVectorMayFillWhatIsLeft() {
        TlReader reader = Encoding.reader("02000000 0100000000000000 0200000000000000");
        assertEquals(List.of(1L, 2L), reader.readBareVector(8, TlReader::readLong));
        reader.expectEnd();
    }

    @Test
    void elementsWithoutBytesAreLimitedTogether() {
        TlReader reader = Encoding.reader("00000100 00000000 01000000");
        assertEquals(
                TlReader.MAX_EMPTY_ELEMENTS, reader.readBareVector(0, r -> "").size());
        assertEquals(List.of(), reader.readBareVector(0, r -> ""));
        fault(Kind.BAD_COUNT, 8, () -> reader.readBareVector(0, r -> ""));
    }

    @Test
    void vectorsOfObjects() {
        TlVector vector = new TlVector(List.of(new Ping(1), new TlVector(List.of(new BoolTrue()))));
        assertEquals(vector, Encoding.reader(Encoding.encode(vector)).readObject());
        assertEquals(vector, TlVector.read(Encoding.reader(Encoding.encode(vector))));
        fault(Kind.UNKNOWN_CONSTRUCTOR, 0, () -> TlVector.read(Encoding.reader("b5757299")));
    }

    @Test
    void nestingIsLimited() {
        assertEquals(
                TlReader.MAX_DEPTH,
                depthOf(Encoding.reader(nested(TlReader.MAX_DEPTH)).readObject()));
        TlReader deeper = Encoding.reader(nested(TlReader.MAX_DEPTH + 1));
        TlException fault = fault(Kind.TOO_DEEP, 8 * TlReader.MAX_DEPTH + 4, deeper::readObject);
        assertEquals(OptionalInt.of(TlVector.ID), fault.constructorId());
    }

    @Test
    void siblingsAreNotNested() {
        TlVector row = new TlVector(java.util.Collections.nCopies(500, new Ping(3)));
        assertEquals(row, Encoding.reader(Encoding.encode(row)).readObject());
    }

    private static byte[] nested(int depth) {
        TlObject object = new TlVector(List.of());
        for (int i = 1; i < depth; i++) {
            object = new TlVector(List.of(object));
        }
        return Encoding.encode(object);
    }

    private static int depthOf(TlObject object) {
        List<TlObject> elements = ((TlVector) object).elements();
        return elements.isEmpty() ? 1 : 1 + depthOf(elements.get(0));
    }
}
