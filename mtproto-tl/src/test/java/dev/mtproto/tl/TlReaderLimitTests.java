package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.Ping;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts and nesting. */
class TlReaderLimitTests {

    private static TlException fault(Kind kind, int offset, Executable executable) {
        TlException fault = assertThrows(TlException.class, executable);
        assertEquals(kind, fault.kind(), fault.getMessage());
        assertEquals(offset, fault.offset(), fault.getMessage());
        return fault;
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
