package dev.mtproto.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class files of all modules of this build. */
final class Built {

    static final Path ROOT = Path.of(System.getProperty("mtproto.root"));

    private Built() {}

    static JavaClasses main() {
        return classes("target/classes");
    }

    static JavaClasses tests() {
        return classes("target/test-classes");
    }

    /** The folders of the modules that have a module descriptor. */
    static List<Path> namedModules() {
        return modules()
                .filter(module -> Files.exists(module.resolve("target/classes/module-info.class")))
                .toList();
    }

    private static JavaClasses classes(String folder) {
        return new ClassFileImporter()
                .importPaths(modules()
                        .map(module -> module.resolve(folder))
                        .filter(Files::isDirectory)
                        .toList());
    }

    private static Stream<Path> modules() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().startsWith("mtproto-"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
