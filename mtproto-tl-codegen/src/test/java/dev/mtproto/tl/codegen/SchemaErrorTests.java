package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal names the file, the line and what is wrong. */
class SchemaErrorTests {

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(1, "semicolon", "ping ping_id:long = Pong"),
                wrong(1, "semicolon", "ping ping_id:long = Pong\n---functions---\n"),
                wrong(2, "without a definition", "a = A;\n;"),
                wrong(2, "---methods---", "a = A;\n---methods---\n"),
                wrong(1, "cannot read \"$b:int = A\"", "a $b:int = A;"),
                wrong(1, "expected a name, found \"=\"", "= A;"),
                wrong(1, "expected \"=\" at the end", "a b:int;"),
                wrong(1, "expected \":\", found \"=\"", "a b = A;"),
                wrong(1, "expected a type, found \"=\"", "a b: = A;"),
                wrong(1, "behind the result", "a = A B;"),
                wrong(1, "expected \">\"", "a b:Vector<int = A;"),
                wrong(1, "the field b is there twice", "a b:int b:int = A;"),
                wrong(1, "no field flags:#", "a b:flags.0?int = A;"),
                wrong(1, "no field flags:#", "a flags:int b:flags.0?int = A;"),
                wrong(1, "\"flags.32\" is no flag", "a flags:# b:flags.32?int = A;"),
                wrong(1, "\"flags\" is no flag", "a flags:# b:flags?int = A;"),
                wrong(1, "must not depend", "a flags:# more:flags.0?# = A;"),
                wrong(1, "only vectors take a type argument", "a b:Pair<int> = A;"),
                wrong(2, "the type variable Y is not declared", "---functions---\na b:!Y = A;"),
                wrong(1, "constructors with type variables", "a {X:Type} = A;"),
                wrong(2, "cannot have the type X", "---functions---\na {X:Type} b:X = X;"),
                wrong(2, "says what the result is", "---functions---\na {X:Type} b:int = X;"),
                wrong(2, "cannot be optional", "---functions---\na {X:Type} flags:# q:flags.0?!X = X;"),
                wrong(2, "two queries cannot share", "---functions---\na {X:Type} q:!X r:!X = X;"),
                wrong(2, "cannot hold such elements", "---functions---\na {X:Type} q:Vector<!X> = X;"),
                wrong(1, "cannot make the type int", "a b:int = int;"),
                wrong(1, "cannot make the type Vector<int>", "a b:int = Vector<int>;"),
                wrong(1, "% needs the name of a type", "a b:%int = A;"),
                wrong(1, "the base type float is not known", "float ? = Float;"),
                wrong(1, "the type Missing is not defined", "a b:Missing = A;"),
                wrong(1, "the type Missing is not defined", "a b:Vector<Missing> = A;"),
                wrong(1, "the constructor missing is not defined", "a b:missing = A;"),
                wrong(3, "several constructors", "a = A;\nb = A;\nc d:%A = C;"),
                wrong(2, "has the id 00000001, which a (test.tl:1) has", "a#1 = A;\nb#1 = B;"),
                wrong(2, "needs the Java name AB, which a_b (test.tl:1) has", "a_b#1 = A;\nAB#2 = B;"),
                wrong(
                        4,
                        "needs the Java name GETFunction",
                        "---functions---\nget#1 = Bool;\nGet#2 = Bool;\nGET#3 = Bool;"),
                wrong(1, "would both be called bC", "a b_c:int bC:int = A;"),
                wrong(1, "without an end", "a b:%A = A;"),
                wrong(1, "without an end", "a b:A = A;"),
                wrong(1, "needs the Java name TestObject", "testObject = A;"));
    }

    private static Arguments wrong(int line, String detail, String source) {
        return Arguments.of(line, detail, source);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("wrong")
    void names(int line, String detail, String source) {
        SchemaException error = assertThrows(SchemaException.class, () -> new Generator("test", "Test")
                .generate(SchemaParser.parse("test.tl", source)));
        assertTrue(error.getMessage().contains(detail), error.getMessage());
        assertTrue(error.getMessage().startsWith("test.tl:" + line + ": "), error.getMessage());
    }
}
