package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A save is stopped at each of its steps: the former state is loaded afterwards, or the new one. */
class CrashTests {

    /** delete a rest, make a file, look at its mode, write, sync, replace, sync the folder; before all, read twice. */
    private static final int STEPS = 9;

    @TempDir
    Path folder;

    private Path file() throws Exception {
        return folder.toRealPath().resolve("keys");
    }

    /** Returns a disk on which 1 is stored under ONE, and 5 under TWO. */
    private <D extends KeyDisk> D prepared(D disk, @Nullable String passphrase) throws Exception {
        try (FileAuthKeyStore store = Samples.open(disk, file(), passphrase)) {
            store.save(Samples.ONE, Samples.key(1));
            store.save(Samples.TWO, Samples.key(5));
        }
        return disk;
    }

    /** Saves 2 under ONE on a disk that stops; tells whether the save got through. */
    private boolean save(StoppingDisk disk, int step, int torn, @Nullable String passphrase) throws Exception {
        try (FileAuthKeyStore store = Samples.open(disk, file(), passphrase)) {
            disk.stop(step, torn);
            store.save(Samples.ONE, Samples.key(2));
            return true;
        } catch (StoppingDisk.Gone e) {
            return false;
        }
    }

    /** Loads what is there after a crash, which has to be 1 or 2, with the other key beside it, and saves again. */
    private long survivor(KeyDisk disk, @Nullable String passphrase) throws Exception {
        try (FileAuthKeyStore store = Samples.open(disk, file(), passphrase)) {
            long number = store.load(Samples.ONE).orElseThrow().key().id().value() - 1;
            assertTrue(number == 1 || number == 2, "loaded " + number);
            Samples.assertIs(number, store.load(Samples.ONE));
            Samples.assertIs(5, store.load(Samples.TWO));
            store.save(Samples.ONE, Samples.key(3));
            Samples.assertIs(3, store.load(Samples.ONE));
            return number;
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a passphrase")
    void aKilledProcessLeavesTheFormerStateOrTheNewOne(@Nullable String passphrase) throws Exception {
        int size = size(passphrase);
        List<Long> survivors = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            MemoryDisk disk = prepared(new MemoryDisk(), passphrase);
            StoppingDisk stopping = new StoppingDisk(disk, false);
            assertEquals(false, save(stopping, step, size / 2, passphrase), "step " + step);
            survivors.add(survivor(disk, passphrase));
        }
        // the new state appears with the step that renames, the last but one
        assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L), survivors);
        assertTrue(save(new StoppingDisk(prepared(new MemoryDisk(), passphrase), false), STEPS, 0, passphrase));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a passphrase")
    void aWriteThatIsTornAtAnyByteChangesNothing(@Nullable String passphrase) throws Exception {
        for (int torn = 0; torn <= size(passphrase); torn++) {
            MemoryDisk disk = prepared(new MemoryDisk(), passphrase);
            StoppingDisk stopping = new StoppingDisk(disk, false);
            assertEquals(false, save(stopping, writeStep(), torn, passphrase));
            assertEquals(1, survivor(disk, passphrase), "torn at " + torn);
        }
    }

    private int size(@Nullable String passphrase) throws Exception {
        byte[] bytes = prepared(new MemoryDisk(), passphrase).bytes(file());
        assertNotNull(bytes);
        return bytes.length;
    }

    /** Which step writes: the one that a torn write leaves bytes of. */
    private int writeStep() throws Exception {
        for (int step = 0; step < STEPS; step++) {
            MemoryDisk disk = prepared(new MemoryDisk(), null);
            save(new StoppingDisk(disk, false), step, 7, null);
            byte[] rest = disk.bytes(folder.toRealPath().resolve("keys.tmp"));
            if (rest != null && rest.length == 7) {
                return step;
            }
        }
        throw new AssertionError("no step writes");
    }

    /** Saves on a disk, loses power at each step, and returns what may be loaded then; 0 for an error or nothing. */
    private Set<Long> afterPowerLoss(MemoryDiskMaker maker, boolean throughToTheEnd) throws Exception {
        int size = size(null);
        Set<Long> loaded = new TreeSet<>();
        for (int step = throughToTheEnd ? STEPS : 0; step <= STEPS; step++) {
            MemoryDisk disk = prepared(maker.make(), null);
            disk.syncFolder(folder);
            boolean saved = save(new StoppingDisk(disk, false), step, size, null);
            assertEquals(step == STEPS, saved);
            for (int kept = 0; kept <= size; kept += 13) {
                for (boolean zeros : new boolean[] {false, true}) {
                    for (MemoryDisk after : disk.afterPowerLoss(kept, zeros)) {
                        loaded.add(loadOrZero(after));
                    }
                }
            }
        }
        return loaded;
    }

    private long loadOrZero(MemoryDisk disk) throws Exception {
        try {
            return survivor(disk, null);
        } catch (AuthKeyStoreException | NoSuchElementException e) {
            return 0;
        }
    }

    /** Makes disks, good ones and bad ones. */
    private interface MemoryDiskMaker {
        MemoryDisk make();
    }

    @Test
    void aLossOfPowerLeavesTheFormerStateOrTheNewOne() throws Exception {
        assertEquals(Set.of(1L, 2L), afterPowerLoss(MemoryDisk::new, false));
    }

    @Test
    void whatWasSavedLasts() throws Exception {
        assertEquals(Set.of(2L), afterPowerLoss(MemoryDisk::new, true));
    }

    @Test
    void bothSyncsAreNeeded() throws Exception {
        // what these tests would find if the store did not sync its file, or its folder
        assertTrue(afterPowerLoss(UnsyncedFiles::new, false).contains(0L));
        assertEquals(Set.of(1L, 2L), afterPowerLoss(UnsyncedFolder::new, true));
    }

    /** A disk on which syncing a new file after the first two does nothing. */
    private static final class UnsyncedFiles extends MemoryDisk {
        private int made;

        @Override
        public NewFile create(Path file) throws IOException {
            NewFile real = super.create(file);
            made++;
            boolean syncs = made <= 2;
            return new NewFile() {
                @Override
                public void write(byte[] bytes) throws IOException {
                    real.write(bytes);
                }

                @Override
                public void sync() throws IOException {
                    if (syncs) {
                        real.sync();
                    }
                }

                @Override
                public void close() throws IOException {
                    real.close();
                }
            };
        }
    }

    /** A disk on which only a test syncs the folder. */
    private static final class UnsyncedFolder extends MemoryDisk {
        private int synced;

        @Override
        public void syncFolder(Path folder) {
            synced++;
            // twice while it is prepared, once by the test
            if (synced <= 3) {
                super.syncFolder(folder);
            }
        }
    }

    @Test
    void onTheFileSystemItself() throws Exception {
        List<Long> survivors = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            Files.deleteIfExists(file());
            prepared(new SystemDisk(), null);
            assertEquals(false, save(new StoppingDisk(new SystemDisk(), false), step, 300, null));
            survivors.add(survivor(new SystemDisk(), null));
        }
        assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L), survivors);
    }

    @Test
    void aStepThatFailsIsAnErrorAndTheStoreGoesOn() throws Exception {
        for (int step = 0; step < STEPS; step++) {
            MemoryDisk disk = prepared(new MemoryDisk(), null);
            StoppingDisk failing = new StoppingDisk(disk, true);
            try (FileAuthKeyStore store = Samples.open(failing, file(), null)) {
                failing.stop(step, 100);
                AuthKeyStoreException e = assertThrows(
                        AuthKeyStoreException.class, () -> store.save(Samples.ONE, Samples.key(2)), "step " + step);
                assertEquals(AuthKeyStoreException.Reason.IO, e.reason());
                assertTrue(String.valueOf(e.getMessage()).startsWith(file() + " cannot be "), e.getMessage());
                assertNull(disk.bytes(folder.toRealPath().resolve("keys.tmp")), "nothing is left, step " + step);
                store.save(Samples.ONE, Samples.key(4));
                Samples.assertIs(4, store.load(Samples.ONE));
            }
        }
    }
}
