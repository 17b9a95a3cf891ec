package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileAuthKeyStoreTests {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() throws Exception {
        file = folder.toRealPath().resolve("keys");
    }

    private FileAuthKeyStore open(@Nullable String passphrase) {
        return Samples.open(new SystemDisk(), file, passphrase);
    }

    private AuthKeyStoreException refused(Reason reason, @Nullable String passphrase) {
        AuthKeyStoreException e = assertThrows(AuthKeyStoreException.class, () -> open(passphrase));
        assertEquals(reason, e.reason(), e.getMessage());
        assertTrue(String.valueOf(e.getMessage()).contains(file.toString()), e.getMessage());
        return e;
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a passphrase")
    void keepsKeysFromOneRunToTheNext(@Nullable String passphrase) throws Exception {
        try (FileAuthKeyStore store = open(passphrase)) {
            assertTrue(store.load(Samples.ONE).isEmpty());
            assertFalse(Files.exists(file), "there is no file before there is a key");
            store.save(Samples.TWO, Samples.key(2));
            store.save(Samples.ONE, Samples.key(1));
            store.save(Samples.ONE, Samples.key(3));
        }
        try (FileAuthKeyStore store = open(passphrase)) {
            Samples.assertIs(3, store.load(Samples.ONE));
            Samples.assertIs(2, store.load(Samples.TWO));
            assertTrue(store.remove(Samples.TWO));
            assertFalse(store.remove(Samples.TWO));
        }
        try (FileAuthKeyStore store = open(passphrase)) {
            assertTrue(store.load(Samples.TWO).isEmpty());
            Samples.assertIs(3, store.load(Samples.ONE));
            assertTrue(store.remove(Samples.ONE));
        }
        open(passphrase).close();
        try (var files = Files.list(folder)) {
            Set<String> names = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(Set.of("keys", "keys.lock"), names);
        }
    }

    @Test
    void aPassphraseSealsTheFile() throws Exception {
        String value = HexFormat.of().formatHex(Samples.value(Samples.key(1).key()), 0, 16);
        try (FileAuthKeyStore store = open(null)) {
            store.save(Samples.ONE, Samples.key(1));
        }
        assertTrue(HexFormat.of().formatHex(Files.readAllBytes(file)).contains(value));
        String message = String.valueOf(refused(Reason.PASSPHRASE, "one").getMessage());
        assertTrue(message.endsWith("is not under a passphrase, and one was given"), message);
        Files.delete(file);
        try (FileAuthKeyStore store = open("right")) {
            store.save(Samples.ONE, Samples.key(1));
        }
        byte[] sealed = Files.readAllBytes(file);
        assertFalse(HexFormat.of().formatHex(sealed).contains(value));
        refused(Reason.PASSPHRASE, "wrong");
        refused(Reason.PASSPHRASE, null);
        String empty = String.valueOf(refused(Reason.PASSPHRASE, "").getMessage());
        assertTrue(empty.contains("jdk refuses the passphrase"), empty);
        assertArrayEquals(sealed, Files.readAllBytes(file));
        try (FileAuthKeyStore store = open("right")) {
            Samples.assertIs(1, store.load(Samples.ONE));
        }
    }

    @Test
    void thePublicWayTakesAsManyIterationsAsItSays() throws Exception {
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO, "pass phrase".toCharArray())) {
            store.save(Samples.ONE, Samples.key(1));
        }
        byte[] bytes = Files.readAllBytes(file);
        assertEquals("000927c0", HexFormat.of().formatHex(bytes, KeyFile.HEADER + 16, KeyFile.HEADER + 20));
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO, "pass phrase".toCharArray())) {
            Samples.assertIs(1, store.load(Samples.ONE));
        }
    }

    @Test
    void thePassphraseIsOverwritten() throws Exception {
        char[] right = "passphrase".toCharArray();
        SystemDisk disk = new SystemDisk();
        try (FileAuthKeyStore store = FileAuthKeyStore.open(disk, file, Samples.CRYPTO, right, 3)) {
            assertArrayEquals(new char[10], right);
            store.save(Samples.ONE, Samples.key(1));
            char[] second = "passphrase".toCharArray();
            assertThrows(
                    AuthKeyStoreException.class, () -> FileAuthKeyStore.open(disk, file, Samples.CRYPTO, second, 3));
            assertArrayEquals(new char[10], second);
        }
    }

    @Test
    void aClosedStoreRefuses() {
        FileAuthKeyStore store = open(null);
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> store.load(Samples.ONE));
        assertThrows(IllegalStateException.class, () -> store.save(Samples.ONE, Samples.key(1)));
    }

    @Test
    void aFolderThatIsMissingAndALinkAreErrors() throws Exception {
        Path nowhere = folder.resolve("none").resolve("keys");
        AuthKeyStoreException e =
                assertThrows(AuthKeyStoreException.class, () -> FileAuthKeyStore.open(nowhere, Samples.CRYPTO));
        assertEquals(Reason.IO, e.reason());
        assertTrue(String.valueOf(e.getMessage()).startsWith(nowhere + " cannot be opened"), e.getMessage());
        Files.createSymbolicLink(file, folder.resolve("elsewhere"));
        refused(Reason.IO, null);
        Files.delete(file);
        Files.createDirectory(file);
        refused(Reason.IO, null);
    }

    @Test
    void oneFileHasOneNameByEveryWay() throws Exception {
        Path link = folder.resolve("link");
        Files.createSymbolicLink(link, folder);
        try (FileAuthKeyStore store = open(null)) {
            store.save(Samples.ONE, Samples.key(1));
            AuthKeyStoreException e = assertThrows(
                    AuthKeyStoreException.class, () -> FileAuthKeyStore.open(link.resolve("keys"), Samples.CRYPTO));
            assertEquals(Reason.IN_USE, e.reason());
        }
        try (FileAuthKeyStore store = FileAuthKeyStore.open(link.resolve("keys"), Samples.CRYPTO)) {
            Samples.assertIs(1, store.load(Samples.ONE));
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        int threads = 8;
        int rounds = 10;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (FileAuthKeyStore store = open(null)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                tasks.add(() -> {
                    for (int i = 0; i < rounds; i++) {
                        KeyName name = new KeyName("t" + thread + "." + i % 3);
                        store.save(name, Samples.key(100 * thread + i));
                        Samples.assertIs(100 * thread + i, store.load(name));
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
            for (int t = 0; t < threads; t++) {
                for (int i = rounds - 3; i < rounds; i++) {
                    Samples.assertIs(100 * t + i, store.load(new KeyName("t" + t + "." + i % 3)));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFileHasRoomForAThousandKeys() throws Exception {
        MemoryDisk disk = new MemoryDisk();
        try (KeyTable table = new KeyTable()) {
            for (int i = 0; i < KeyTable.MOST; i++) {
                table.put(new KeyName(String.format("%064d", i)), Samples.key(i));
            }
            KeyFile full = new Protection.None().protect(table.write());
            assertTrue(full.write(Samples.CRYPTO).length <= KeyFile.LARGEST);
            disk.with(file, full.write(Samples.CRYPTO));
        }
        byte[] before = disk.bytes(file);
        try (FileAuthKeyStore store = Samples.open(disk, file, null)) {
            assertThrows(AuthKeyStoreException.class, () -> store.save(Samples.ONE, Samples.key(1)));
            assertTrue(Arrays.equals(before, disk.bytes(file)));
            assertTrue(store.remove(new KeyName("0".repeat(64))));
            store.save(Samples.ONE, Samples.key(1));
        }
    }

    @Test
    void theFormatStaysAsItIs() throws Exception {
        try (FileAuthKeyStore store = open(null)) {
            store.save(Samples.ONE, Samples.key(1));
        }
        byte[] bytes = Files.readAllBytes(file);
        String hex = HexFormat.of().formatHex(bytes);
        String magic = HexFormat.of().formatHex("MTPKEYS\n".getBytes(StandardCharsets.US_ASCII));
        String table = "00000001" + "03646331" + "0000000000000002"
                + HexFormat.of().formatHex(Samples.value(Samples.key(1).key()))
                + "fffffffffffffffe" + "0000018bcfe5687c" + "ffffffffffffffff";
        assertEquals(magic + "0001" + "0000" + "00000128" + table, hex.substring(0, hex.length() - 64));
    }
}
