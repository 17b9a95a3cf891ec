package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    private static Process start(Path file) throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        path,
                        Other.class.getName(),
                        file.toString())
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
