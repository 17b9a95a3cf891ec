package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles what the generator makes of schemas full of rare forms, and runs it. */
class CompiledSchemaTests {

    @TempDir
    static Path folder;

    private static ClassLoader classes = CompiledSchemaTests.class.getClassLoader();

    @BeforeAll
    static void compile() throws IOException {
        Path root = Path.of(System.getProperty("mtproto.root"));
        Schema base = SchemaFiles.parse(
                List.of(root.resolve("mtproto-tl/src/main/tl/mtproto.tl").toFile()));
        Schema api = SchemaFiles.parse(
                List.of(root.resolve("mtproto-tl/src/main/tl/api-slice.tl").toFile()));
        CompiledSchema compiled = new CompiledSchema(folder);
        compiled.add("base", new Generator("base", "Mtproto").generate(base));
        Generator onBase = new Generator("api", "Api");
        onBase.dependency(base, "base");
        compiled.add("api", onBase.generate(api));
        compiled.add(
                "awkward",
                new Generator("awkward", "Awkward")
                        .generate(SchemaFiles.parse(List.of(new File("src/test/tl/awkward.tl")))));
        classes = compiled.compile();
    }

    private static Object make(String name, Object... arguments) throws ReflectiveOperationException {
        Constructor<?> constructor = Arrays.stream(classes.loadClass(name).getConstructors())
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        return constructor.newInstance(arguments);
    }

    private static byte[] encode(Object object) throws ReflectiveOperationException {
        Class<?> writerType = classes.loadClass("dev.mtproto.tl.TlWriter");
        Object writer = writerType.getConstructor().newInstance();
        object.getClass().getMethod("writeTo", writerType).invoke(object, writer);
        return (byte[]) writerType.getMethod("toByteArray").invoke(writer);
    }

    private static Object decode(String schema, byte[] bytes) throws ReflectiveOperationException {
        Class<?> schemaType = classes.loadClass("dev.mtproto.tl.TlSchema");
        Object instance = classes.loadClass(schema).getField("INSTANCE").get(null);
        Class<?> readerType = classes.loadClass("dev.mtproto.tl.TlReader");
        Object reader = readerType
                .getConstructor(byte[].class, int.class, int.class, schemaType)
                .newInstance(bytes, 0, bytes.length, instance);
        Object decoded = readerType.getMethod("readObject").invoke(reader);
        readerType.getMethod("expectEnd").invoke(reader);
        return decoded;
    }

    private static void roundTrip(Object object, String fields) throws ReflectiveOperationException {
        byte[] bytes = encode(object);
        assertEquals(fields.replace(" ", ""), HexFormat.of().formatHex(bytes, 4, bytes.length));
        assertEquals(object, decode("awkward.AwkwardSchema", bytes));
    }

    @Test
    void severalFieldsOfFlags() throws ReflectiveOperationException {
        roundTrip(
                make("awkward.TwoFlags", Optional.of(7), Optional.of(8L), true, Optional.of(true)),
                "00000080 01000080 07000000 0800000000000000 b5757299");
        roundTrip(
                make("awkward.TwoFlags", Optional.empty(), Optional.empty(), false, Optional.empty()),
                "00000000 00000000");
        roundTrip(make("awkward.FlagsUnused"), "00000000");
    }

    @Test
    void aTrueFlagMayShareItsBit() throws ReflectiveOperationException {
        roundTrip(make("awkward.SharedTrue", true, Optional.of(List.of(1))), "08000000 15c4b51c 01000000 01000000");
        InvocationTargetException refused = assertThrows(
                InvocationTargetException.class, () -> make("awkward.SharedTrue", false, Optional.of(List.of(1))));
        assertTrue(refused.getCause() instanceof IllegalArgumentException);
    }

    @Test
    void vectorsOfVectorsAreCopiedDeeply() throws ReflectiveOperationException {
        List<Long> inner = new java.util.ArrayList<>(List.of(1L));
        Object names = make("awkward.Names", 1, 2, 3, List.of(inner), 4, Optional.of(List.of(List.of(true))));
        inner.add(2L);
        roundTrip(
                names,
                "01000000 02000000 03000000 15c4b51c 01000000 15c4b51c 01000000 0100000000000000 04000000"
                        + "01000000 15c4b51c 01000000 01000000 b5757299");
    }

    @Test
    void bareVectorsOfTheSameType() throws ReflectiveOperationException {
        Object leaf = make("awkward.Tree", List.of());
        roundTrip(make("awkward.Tree", List.of(leaf, leaf)), "02000000 00000000 00000000");
    }

    @Test
    void elementsWithoutBytes() throws ReflectiveOperationException {
        Object empty = make("awkward.Empty");
        Object list = make("awkward.Empties", List.of(empty, empty), List.of(empty));
        String id = HexFormat.of().formatHex(encode(empty));
        roundTrip(list, "02000000 15c4b51c 01000000" + id);
    }

    @Test
    void anApplicationsSchemaReadsItsOwn() throws ReflectiveOperationException {
        Object state = make("api.UpdatesState", 1, 2, 3, 4, 5);
        byte[] bytes = encode(state);
        assertArrayEquals(new byte[] {0x3e, 0x2a, 0x6c, (byte) 0xa5}, Arrays.copyOf(bytes, 4));
        assertEquals(state, decode("api.ApiSchema", bytes));
    }
}
