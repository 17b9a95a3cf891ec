package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file of keys is open in one process at a time. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoProcessesTests {

    /** Opens a file, tells how that went, and closes it when there is something to read. */
    static final class Other {

        private Other() {}

        public static void main(String[] args) throws Exception {
            try (FileAuthKeyStore store = FileAuthKeyStore.open(Path.of(args[0]), Samples.CRYPTO)) {
                System.out.println("open " + store.load(Samples.ONE).isPresent());
                System.in.read();
            } catch (AuthKeyStoreException e) {
                System.out.println(e.reason());
            }
        }
    }

    /** Returns where the classes are, whether this runs on the class path or the module path. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""),
                Path.of("target", "test-classes").toAbsolutePath().toString());
    }

    private static Process start(Path file, String... before) throws Exception {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                classPath(),
                Other.class.getName(),
                file.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws Exception {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(out.readLine());
    }

    @Test
    void theSecondIsRefusedUntilTheFirstIsDone(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        Process other = start(file);
        try {
            assertEquals("open false", firstLine(other));
            AuthKeyStoreException e =
                    assertThrows(AuthKeyStoreException.class, () -> FileAuthKeyStore.open(file, Samples.CRYPTO));
            assertEquals(Reason.IN_USE, e.reason());
            assertTrue(String.valueOf(e.getMessage()).endsWith("keys is in use by another process"), e.getMessage());
            other.outputWriter().append('\n').flush();
            assertTrue(other.waitFor(60, TimeUnit.SECONDS));
            try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO)) {
                store.save(Samples.ONE, Samples.key(1));
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    @Tag("P8")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no umask")
    void filesAreTheirOwnersAloneWhateverTheUmask(@TempDir Path folder) throws Exception {
        Process other = start(folder.resolve("keys"), "sh", "-c", "umask 0; exec \"$@\"", "sh");
        try {
            assertEquals("open false", firstLine(other));
            Path made = folder.resolve("keys.lock");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aRefusedSecondStoreInTheSameProcessDoesNotGiveTheLockUp(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO)) {
            store.save(Samples.ONE, Samples.key(1));
            AuthKeyStoreException e =
                    assertThrows(AuthKeyStoreException.class, () -> FileAuthKeyStore.open(file, Samples.CRYPTO));
            assertTrue(String.valueOf(e.getMessage()).endsWith("keys is open already in this process"), e.getMessage());
            Process other = start(file);
            assertEquals("IN_USE", firstLine(other));
            assertTrue(other.waitFor(60, TimeUnit.SECONDS));
        }
        Process other = start(file);
        try {
            assertEquals("open true", firstLine(other));
        } finally {
            other.destroyForcibly();
        }
    }
}
