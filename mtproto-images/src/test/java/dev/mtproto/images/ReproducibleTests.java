package dev.mtproto.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links each image a second time, elsewhere, and compares all of it. */
class ReproducibleTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "fast", "fips"})
    void twoImagesAreEqualByteForByte(String name) throws Exception {
        Path again = folder.resolve("image");
        Image.Run run = Image.run(List.of(
                Path.of(System.getProperty("mtproto.root"), "mtproto-images", "link")
                        .toString(),
                name,
                System.getProperty("mtproto.jdk"),
                Image.BUILT.resolve("modules").toString(),
                again.toString()));
        assertEquals(0, run.status(), () -> run.out() + run.err());

        Map<String, String> first = tree(new Image(name).folder());
        assertFalse(first.isEmpty());
        assertEquals(first, tree(again));
        for (Map.Entry<String, String> file : first.entrySet()) {
            if (file.getValue().startsWith("-")) {
                Path one = new Image(name).folder().resolve(file.getKey());
                assertEquals(-1, Files.mismatch(one, again.resolve(file.getKey())), file.getKey());
            }
        }
    }

    /** Returns every path of the tree with its kind, its permissions and where it leads. */
    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = root.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    entries.put(name, "l " + Files.readSymbolicLink(path));
                } else {
                    entries.put(name, (Files.isDirectory(path) ? "d " : "- ") + Files.getPosixFilePermissions(path));
                }
            }
        }
        return entries;
    }
}
