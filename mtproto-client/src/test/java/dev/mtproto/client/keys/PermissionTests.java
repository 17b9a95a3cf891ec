package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import dev.mtproto.api.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of keys is its owner's alone, from its first byte to its last day. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file systems have no POSIX permissions")
class PermissionTests {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() throws Exception {
        file = folder.toRealPath().resolve("keys");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    @Tag("P8")
    void aFileIsMadeForItsOwnerAlone() throws Exception {
        try (KeyDisk.NewFile made = new SystemDisk().create(file)) {
            assertEquals("rw-------", mode(file), "before there is a byte in it");
            made.write(new byte[10]);
            assertEquals("rw-------", mode(file));
        }
    }

    @Test
    @Tag("P8")
    void allFilesOfAStoreAreTheirOwnersAlone() throws Exception {
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO)) {
            store.save(Samples.ONE, Samples.key(1));
            store.save(Samples.TWO, Samples.key(2));
            assertEquals("rw-------", mode(file));
            assertEquals("rw-------", mode(folder.resolve("keys.lock")));
        }
    }

    @ParameterizedTest
    @Tag("P8")
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---"})
    void aFileThatOthersCanOpenIsRefused(String mode) throws Exception {
        try (FileAuthKeyStore store = FileAuthKeyStore.open(file, Samples.CRYPTO)) {
            store.save(Samples.ONE, Samples.key(1));
            byte[] before = Files.readAllBytes(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            AuthKeyStoreException e = assertThrows(AuthKeyStoreException.class, () -> store.load(Samples.ONE));
            assertEquals(Reason.EXPOSED, e.reason());
            assertEquals(Optional.of(Check.P8), e.check());
            String message = String.valueOf(e.getMessage());
            assertTrue(message.contains(file + " is open to others than its owner (" + mode + "): chmod 600"), message);
            assertThrows(AuthKeyStoreException.class, () -> store.save(Samples.ONE, Samples.key(2)));
            assertArrayEquals(before, Files.readAllBytes(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Samples.assertIs(1, store.load(Samples.ONE));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        assertThrows(AuthKeyStoreException.class, () -> FileAuthKeyStore.open(file, Samples.CRYPTO));
    }

    /** A file system that has permissions of another kind, or makes what it likes of them. */
    private static final class OddDisk extends MemoryDisk {
        private final Optional<Set<PosixFilePermission>> permissions;

        OddDisk(Optional<Set<PosixFilePermission>> permissions) {
            this.permissions = permissions;
        }

        @Override
        public Optional<Set<PosixFilePermission>> permissions(Path path) {
            return permissions;
        }
    }

    @Test
    @Tag("P8")
    void whereAFileSystemIgnoresTheModeNothingIsWritten() {
        OddDisk disk = new OddDisk(Optional.of(PosixFilePermissions.fromString("rwxrwxrwx")));
        try (FileAuthKeyStore store = Samples.open(disk, file, "a passphrase")) {
            AuthKeyStoreException e =
                    assertThrows(AuthKeyStoreException.class, () -> store.save(Samples.ONE, Samples.key(1)));
            assertEquals(Reason.EXPOSED, e.reason());
        }
        assertFalse(disk.has("keys") || disk.has("keys.tmp"));
    }

    @Test
    @Tag("P8")
    void whereThereAreNoPermissionsAPassphraseIsNeeded() {
        OddDisk disk = new OddDisk(Optional.empty());
        try (FileAuthKeyStore store = Samples.open(disk, file, null)) {
            AuthKeyStoreException e =
                    assertThrows(AuthKeyStoreException.class, () -> store.save(Samples.ONE, Samples.key(1)));
            assertEquals(Reason.EXPOSED, e.reason());
            assertTrue(String.valueOf(e.getMessage()).endsWith("it needs a passphrase there"), e.getMessage());
            assertFalse(disk.has("keys") || disk.has("keys.tmp"));
        }
        try (FileAuthKeyStore store = Samples.open(disk, file, "a passphrase")) {
            store.save(Samples.ONE, Samples.key(1));
            Samples.assertIs(1, store.load(Samples.ONE));
        }
    }
}
