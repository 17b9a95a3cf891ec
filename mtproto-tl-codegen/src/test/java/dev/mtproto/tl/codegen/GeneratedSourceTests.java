package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSourceTests {

    private static final Path ROOT = Path.of(System.getProperty("mtproto.root"));

    private static Schema repository(String path) throws IOException {
        return SchemaFiles.parse(List.of(ROOT.resolve(path).toFile()));
    }

    private static String source(List<JavaFile> files, String name) {
        return files.stream()
                .filter(file -> file.typeSpec().name().equals(name))
                .map(JavaFile::toString)
                .collect(Collectors.joining());
    }

    private static List<JavaFile> generate(String schema) {
        return new Generator("test", "Test").generate(SchemaParser.parse("test.tl", schema));
    }

    @Test
    void namesClaimedByConstructorsGiveTypesASuffix() {
        List<JavaFile> files = generate("one#1 = One;\ntwo#2 = One;\n---functions---\ntwo#3 = One;");
        assertTrue(source(files, "OneType").contains("sealed interface OneType extends TestObject permits One, Two"));
        assertTrue(source(files, "TwoFunction").contains("implements TestFunction<OneType>"));
    }

    @Test
    void aSchemaOfTypesAloneHasNoFunctionRoot() {
        List<JavaFile> files = generate("a = A;");
        assertEquals(
                List.of("A", "TestObject", "TestSchema"),
                files.stream().map(file -> file.typeSpec().name()).sorted().toList());
    }

    @Test
    void aSchemaBuildsOnAnother() throws IOException {
        Generator generator = new Generator("app", "Api");
        generator.dependency(repository("mtproto-tl/src/main/tl/mtproto.tl"), "base");
        List<JavaFile> files = generator.generate(SchemaParser.parse(
                "app.tl",
                "boolTrue#997275b5 = Bool;\npair flags:# a:DcOption b:%FutureSalt c:flags.0?JSONValue = Pair;\n"
                        + "---functions---\nget = Vector<Config>;"));
        String pair = source(files, "Pair");
        assertTrue(pair.contains("import base.DcOption;"), pair);
        assertTrue(pair.contains("FutureSalt.readBare(reader)"), pair);
        assertTrue(source(files, "Get").contains("readVector(136, Config::read)"), source(files, "Get"));
        assertFalse(source(files, "ApiSchema").contains("BoolTrue"), "a line of the other schema is its own");
    }

    @Test
    void aTypeOfAnotherPackageCannotGrow() throws IOException {
        Generator generator = new Generator("app", "Api");
        generator.dependency(repository("mtproto-tl/src/main/tl/mtproto.tl"), "base");
        Schema schema = SchemaParser.parse("app.tl", "updateShort = Updates;");
        assertTrue(assertThrows(SchemaException.class, () -> generator.generate(schema))
                .getMessage()
                .contains("the type Updates belongs to the package base"));
    }

    @Test
    void theDocumentationHasTheLineAndTheSize() {
        String source = source(generate("pong#347773c5 msg_id:long ping_id:long = Pong;"), "Pong");
        assertTrue(source.contains("{@code pong#347773c5 msg_id:long ping_id:long = Pong}"), source);
        assertTrue(source.contains("16 bytes, 20 with the id"), source);
        assertTrue(source.contains("ID = 0x347773c5"), source);
    }

    @Test
    void onlyWhatChangedIsWritten(@TempDir Path folder) throws IOException {
        OutputFolder output = new OutputFolder(folder);
        assertEquals(4, output.write("test", generate("a = A;\nb = B;")));
        assertEquals(0, output.write("test", generate("a = A;\nb = B;")));
        assertEquals(3, output.write("test", generate("a = A;")), "root and schema change, B goes");
        try (Stream<Path> left = Files.list(folder.resolve("test"))) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void schemasOfDependenciesAreFoundInFoldersAndJars(@TempDir Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("tl"));
        Files.writeString(classes.resolve("tl/a.tl"), "a = A;");
        File jar = folder.resolve("b.jar").toFile();
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("tl/b.tl"));
            zip.write("b = B;\nc = C;".getBytes(StandardCharsets.UTF_8));
        }
        SchemaFiles files = new SchemaFiles(List.of(classes.toFile(), jar));
        assertEquals(1, files.parse(resource("tl/a.tl")).combinators().size());
        assertEquals(2, files.parse(resource("tl/b.tl")).combinators().size());
        assertThrows(FileNotFoundException.class, () -> files.parse(resource("tl/c.tl")));
        assertThrows(FileNotFoundException.class, () -> files.parse(new DependencySchema()));
    }

    private static DependencySchema resource(String path) {
        DependencySchema schema = new DependencySchema();
        schema.setResource(path);
        return schema;
    }
}
