package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SchemaParserTests {

    private static Combinator one(String source) {
        List<Combinator> combinators = SchemaParser.parse("test.tl", source).combinators();
        assertEquals(1, combinators.size());
        return combinators.get(0);
    }

    private static TlType fieldType(String type) {
        return one("a b:" + type + " = A;").fields().get(0).type();
    }

    @Test
    void linesThatDefineBaseTypesAreLeftOut() {
        assertEquals(
                List.of(),
                SchemaParser.parse("test.tl", "int ? = Int;\nint256 8*[ int ] = Int256;\n// end")
                        .combinators());
    }

    @Test
    void idsAreGivenOrComputed() {
        assertEquals(
                OptionalInt.of(0x96a18d5),
                one("upload.file#96a18d5 = upload.File;").declaredId());
        assertEquals(0xffffffff, one("a#ffffffff = A;").id());
        Combinator without = one("updatesTooLong = Updates;");
        assertEquals(OptionalInt.empty(), without.declaredId());
        assertEquals(0xe317af7e, without.id());
    }

    @Test
    void vectors() {
        TlType longs = new TlType.Base(BaseType.LONG);
        assertEquals(new TlType.Vector(longs, false), fieldType("Vector<long>"));
        assertEquals(new TlType.Vector(longs, true), fieldType("vector<long>"));
        assertEquals(new TlType.Vector(longs, true), fieldType("%Vector<long>"));
        assertEquals(new TlType.Vector(longs, false), fieldType("(Vector long)"));
        assertEquals(new TlType.Vector(new TlType.Named("Message", true), true), fieldType("vector<%Message>"));
        assertEquals(new TlType.Vector(new TlType.Named("future_salt", true), true), fieldType("vector<future_salt>"));
        assertEquals(new TlType.Vector(new TlType.Named("IpPort", false), true), fieldType("vector<IpPort>"));
        assertEquals(new TlType.Vector(new TlType.Vector(longs, true), false), fieldType("Vector<vector<long>>"));
    }

    @Test
    void namespacesDoNotHideWhatIsBare() {
        assertEquals(new TlType.Named("help.Config", false), fieldType("help.Config"));
        assertEquals(new TlType.Named("Help.config", true), fieldType("Help.config"));
    }

    @Test
    void conditions() {
        List<Field> fields =
                one("a flags:# b:flags.0?true c:flags.31?int d:true = A;").fields();
        assertTrue(fields.get(0).isFlags());
        assertTrue(fields.get(1).isFlag());
        assertFalse(fields.get(1).isOptional());
        assertTrue(fields.get(2).isOptional());
        assertEquals(Optional.of(new Condition("flags", 31)), fields.get(2).condition());
        assertFalse(fields.get(3).isFlag());
    }

    @Test
    void functionsAndTypesTakeTurns() {
        List<Combinator> combinators = SchemaParser.parse(
                        "test.tl", "a = A;\n---functions---\nb {X:Type} query:!X = X;\n---types---\nc = C;\r\n")
                .combinators();
        assertEquals(
                List.of(false, true, false),
                combinators.stream().map(Combinator::isFunction).toList());
        assertEquals(List.of("X"), combinators.get(1).variables());
        assertEquals(new TlType.Variable("X"), combinators.get(1).result());
        assertEquals(new Location("test.tl", 5), combinators.get(2).location());
    }

    @Test
    void definitionsMaySpanLinesAndShareThem() {
        Schema schema = SchemaParser.parse("test.tl", "a // one\n b:int // two\n = A; c = C; // three; four");
        assertEquals("a b:int = A", schema.combinators().get(0).text());
        assertEquals(new Location("test.tl", 1), schema.combinators().get(0).location());
        assertEquals(new Location("test.tl", 3), schema.combinators().get(1).location());
    }

    @Test
    void theAwkwardSchemaIsRead() throws IOException {
        Schema schema = SchemaFiles.parse(List.of(new File("src/test/tl/awkward.tl")));
        assertEquals(
                4, schema.combinators().stream().filter(Combinator::isFunction).count());
    }
}
