package dev.mtproto.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The selection FIPS gives a verified module or fails when it is opened, each time in a JVM of its own. */
class FipsStartTests {

    private static final String APPROVED_ONLY = "-Dorg.bouncycastle.fips.approved_only=";

    @TempDir
    Path folder;

    private static String outcome(String classPath, String... options) throws IOException, InterruptedException {
        return String.join("\n", Fork.run(FipsStart.class, classPath, options));
    }

    private static boolean isModule(String entry) {
        return new File(entry).getName().startsWith("bc-fips-");
    }

    /** The class path with another thing in the place of the module's jar. */
    private static String classPathWith(String replacement) {
        return Arrays.stream(Fork.classPath().split(File.pathSeparator))
                .map(entry -> isModule(entry) ? replacement : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path module() {
        return Arrays.stream(Fork.classPath().split(File.pathSeparator))
                .filter(FipsStartTests::isModule)
                .map(Path::of)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensTheModuleInApprovedOnlyMode() throws Exception {
        assertTrue(outcome(Fork.classPath()).matches("opened bc-fips \\(.*approved-only mode\\)"));
        assertTrue(outcome(Fork.classPath(), APPROVED_ONLY + "true").startsWith("opened bc-fips "));
    }

    @Test
    void refusesTheGeneralMode() throws Exception {
        String outcome = outcome(Fork.classPath(), APPROVED_ONLY + "false");
        assertTrue(
                outcome.startsWith("refused: no crypto provider runs a validated module in approved-only mode"),
                outcome);
        assertTrue(
                outcome.contains("bc-fips: BC-FJA ") && outcome.contains("does not run in approved-only mode"),
                outcome);
        assertTrue(outcome.contains("jdk: holds no validated module"), outcome);
    }

    @Test
    void refusesAModuleThatSomeoneLoadedInItsGeneralMode() throws Exception {
        String outcome = outcome(Fork.classPath(), "-Dload.module.first=true");
        assertTrue(outcome.startsWith("refused: "), outcome);
        assertTrue(outcome.contains("does not run in approved-only mode"), outcome);
    }

    @Test
    void refusesWhenThereIsNoModule() throws Exception {
        String outcome = outcome(classPathWith(folder.toString()));
        assertTrue(outcome.startsWith("refused: "), outcome);
        assertTrue(outcome.contains("bc-fips: the module does not start: "), outcome);
    }

    @Test
    void refusesAJarWithSomethingAdded() throws Exception {
        Path copy = folder.resolve("bc-fips-changed.jar");
        Files.copy(module(), copy);
        try (FileSystem jar = FileSystems.newFileSystem(copy)) {
            Files.writeString(jar.getPath("org/bouncycastle/added"), "something");
        }
        String outcome = outcome(classPathWith(copy.toString()));
        assertTrue(outcome.startsWith("refused: "), outcome);
        assertTrue(outcome.contains("bc-fips: the module "), outcome);
    }

    @Test
    void refusesTheClassesOfTheModuleOutsideOfItsJar() throws Exception {
        Path classes = folder.resolve("classes");
        try (FileSystem jar = FileSystems.newFileSystem(module());
                var files = Files.walk(jar.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = classes.resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        String outcome = outcome(classPathWith(classes.toString()));
        assertTrue(outcome.startsWith("refused: "), outcome);
        assertTrue(outcome.contains("bc-fips: the module did not verify its integrity"), outcome);
    }
}
