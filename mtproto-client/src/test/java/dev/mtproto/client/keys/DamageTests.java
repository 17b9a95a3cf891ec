package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.AuthKeyStoreException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is not exactly a file of keys is an error, and stays as it is. */
class DamageTests {

    /** Its folder is there everywhere; the file is on a disk in memory. */
    private static final Path FILE = file();

    private static Path file() {
        try {
            return Path.of("").toRealPath().resolve("damaged-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] file(int keys, @Nullable String passphrase) {
        MemoryDisk disk = new MemoryDisk();
        try (FileAuthKeyStore store = Samples.open(disk, FILE, passphrase)) {
            for (int i = 0; i < keys; i++) {
                store.save(new KeyName("dc" + i), Samples.key(i));
            }
            store.save(Samples.ONE, Samples.key(9));
        }
        return Objects.requireNonNull(disk.bytes(FILE));
    }

    /** Asserts that bytes are refused when they are there from the start, and when they come while the store is open. */
    private static Reason refused(byte[] good, byte[] bad, @Nullable String passphrase) {
        MemoryDisk disk = new MemoryDisk().with(FILE, bad);
        AuthKeyStoreException atOpening =
                assertThrows(AuthKeyStoreException.class, () -> Samples.open(disk, FILE, passphrase));
        assertTrue(String.valueOf(atOpening.getMessage()).startsWith(FILE + " "), atOpening.getMessage());
        assertArrayEquals(bad, disk.bytes(FILE));
        disk.with(FILE, good);
        try (FileAuthKeyStore store = Samples.open(disk, FILE, passphrase)) {
            disk.with(FILE, bad);
            Consumer<AuthKeyStoreException> same = e -> assertEquals(atOpening.reason(), e.reason());
            same.accept(assertThrows(AuthKeyStoreException.class, () -> store.load(Samples.ONE)));
            same.accept(assertThrows(AuthKeyStoreException.class, () -> store.save(Samples.TWO, Samples.key(2))));
            same.accept(assertThrows(AuthKeyStoreException.class, () -> store.remove(Samples.ONE)));
            assertArrayEquals(bad, disk.bytes(FILE), "it is not overwritten");
            disk.delete(FILE);
            store.save(Samples.TWO, Samples.key(2));
            Samples.assertIs(2, store.load(Samples.TWO));
        }
        return atOpening.reason();
    }

    @Property(tries = 150)
    void anyAlteredByteIsNoticed(
            @ForAll @IntRange(max = 3) int keys,
            @ForAll boolean sealed,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        String passphrase = sealed ? "a passphrase" : null;
        byte[] good = file(keys, passphrase);
        byte[] bad = good.clone();
        int at = place % bad.length;
        bad[at] ^= (byte) change;
        assertEquals(at < 8 ? Reason.FOREIGN : Reason.DAMAGED, refused(good, bad, passphrase));
    }

    @Property(tries = 100)
    void anyOtherLengthIsNoticed(
            @ForAll @IntRange(max = 3) int keys, @ForAll boolean sealed, @ForAll @IntRange(max = 1_000_000) int place) {
        String passphrase = sealed ? "a passphrase" : null;
        byte[] good = file(keys, passphrase);
        assertEquals(Reason.DAMAGED, refused(good, Arrays.copyOf(good, place % good.length), passphrase));
        assertEquals(Reason.DAMAGED, refused(good, Arrays.copyOf(good, good.length + 1 + place % 100), passphrase));
    }

    @Test
    void everyBitOfASmallFileCounts() {
        byte[] good = file(0, null);
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(AuthKeyStoreException.class, () -> Samples.open(new MemoryDisk().with(FILE, bad), FILE, null));
        }
    }

    @Test
    void anotherFileIsForeign() {
        byte[] good = file(1, null);
        byte[] text = "# not keys but a text of somebody else's\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Reason.FOREIGN, refused(good, text, null));
        assertEquals(Reason.FOREIGN, refused(good, new byte[1000], null));
        assertEquals(Reason.FOREIGN, refused(good, Arrays.copyOf(good, KeyFile.LARGEST + 1), null));
        assertEquals(Reason.DAMAGED, refused(good, new byte[0], null));
    }

    @Test
    void aNewerVersionIsToldApartFromDamage() {
        byte[] good = file(1, null);
        for (int[] change : new int[][] {{9, 2}, {8, 1}, {11, 2}}) {
            byte[] newer = good.clone();
            newer[change[0]] = (byte) change[1];
            assertEquals(Reason.DAMAGED, refused(good, newer, null));
            assertEquals(Reason.NEWER, refused(good, resigned(newer), null));
        }
    }

    /** Gives bytes the checksum that they need. */
    private static byte[] resigned(byte[] file) {
        byte[] bytes = file.clone();
        var sha256 = Samples.CRYPTO.newSha256();
        sha256.update(bytes, 0, bytes.length - 32);
        sha256.digest(bytes, bytes.length - 32);
        return bytes;
    }

    @Test
    void whatAForgerPutsIntoATableIsChecked() {
        byte[] good = file(1, null);
        int table = KeyFile.HEADER;
        // table: count at 0; the length of the first name at 4, the name "dc0" at 5, the id at 8, the next entry at 296
        assertEquals(Reason.DAMAGED, forged(good, table + 3, 1), "goes on");
        assertEquals(Reason.DAMAGED, forged(good, table + 3, 3), "ends early");
        assertEquals(Reason.DAMAGED, forged(good, table, 0x80), "a negative number");
        assertEquals(Reason.DAMAGED, forged(good, table + 2, 0x7f), "more than there may be");
        assertEquals(Reason.DAMAGED, forged(good, table + 5, '/'), "no name");
        assertEquals(Reason.DAMAGED, forged(good, table + 7, '1'), "a name twice");
        assertEquals(Reason.DAMAGED, forged(good, table + 7, '2'), "names in disorder");
        assertEquals(Reason.DAMAGED, forged(good, table + 15, 0), "key id 0");
        assertEquals(Reason.DAMAGED, forged(good, 15, 0), "another length");
        byte[] tiny = new KeyFile(KeyFile.PLAIN, new byte[3]).write(Samples.CRYPTO);
        assertEquals(Reason.DAMAGED, refused(good, tiny, null));
    }

    private static Reason forged(byte[] good, int at, int value) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        return refused(good, resigned(bad), null);
    }

    @Test
    void whatAForgerPutsIntoASealedFileIsChecked() {
        byte[] good = file(1, "a passphrase");
        byte[] salt = good.clone();
        salt[KeyFile.HEADER] ^= 1;
        assertEquals(Reason.PASSPHRASE, refused(good, resigned(salt), "a passphrase"));
        byte[] text = good.clone();
        text[good.length - 33] ^= 1;
        assertEquals(Reason.PASSPHRASE, refused(good, resigned(text), "a passphrase"));
        byte[] tiny = new KeyFile(KeyFile.SEALED, new byte[19]).write(Samples.CRYPTO);
        assertEquals(Reason.DAMAGED, refused(good, tiny, "a passphrase"));
        byte[] unsealed = good.clone();
        unsealed[11] = KeyFile.PLAIN;
        assertEquals(Reason.PASSPHRASE, refused(good, resigned(unsealed), "a passphrase"));
    }

    @Test
    void aFileCannotAskForMoreWorkThanIsBearable() {
        byte[] good = file(1, "a passphrase");
        for (int iterations : Set.of(0, -1, PassphraseSeal.MOST_ITERATIONS + 1, Integer.MAX_VALUE)) {
            byte[] bad = good.clone();
            ByteBuffer.wrap(bad).putInt(KeyFile.HEADER + 16, iterations);
            MemoryDisk disk = new MemoryDisk().with(FILE, resigned(bad));
            AuthKeyStoreException e =
                    assertThrows(AuthKeyStoreException.class, () -> Samples.open(disk, FILE, "a passphrase"));
            assertEquals(Reason.DAMAGED, e.reason());
            assertTrue(String.valueOf(e.getMessage()).contains(iterations + " iterations"), e.getMessage());
        }
    }
}
