package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.DataCenter;
import dev.mtproto.api.Salt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredKeyTests {

    @Test
    @Tag("P7")
    void aTemporaryKeyIsNotStored() {
        AuthKey temporary = AuthKey.temporary(new byte[AuthKey.LENGTH], new AuthKeyId(1), 2_000_000_000);
        assertThrows(
                IllegalArgumentException.class,
                () -> new StoredKey(temporary, new Salt(0), Instant.EPOCH, Duration.ZERO));
    }

    @Test
    void timesAreInMilliseconds() {
        StoredKey stored = new StoredKey(
                Samples.key(1).key(), new Salt(0), Instant.ofEpochSecond(1, 2_999_999), Duration.ofNanos(-2_999_999));
        assertEquals(Instant.ofEpochMilli(1002), stored.createdAt());
        assertEquals(Duration.ofMillis(-2), stored.timeOffset());
    }

    @Test
    @Tag("P8")
    void nothingPrintsAKey(@TempDir Path folder) {
        StoredKey key = Samples.key(7);
        String value = HexFormat.of().formatHex(Samples.value(key.key()));
        AuthKeyStore memory = AuthKeyStore.inMemory();
        memory.save(Samples.ONE, key);
        try (FileAuthKeyStore file = Samples.open(new SystemDisk(), folder.resolve("keys"), "open sesame");
                KeyTable table = new KeyTable()) {
            file.save(Samples.ONE, key);
            table.put(Samples.ONE, key.copy());
            KeyFile plain = new Protection.None().protect(table.write());
            for (Object shown :
                    List.of(key, memory, file, plain, file.load(Samples.ONE), new Protection.None(), table)) {
                String text = shown.toString();
                assertFalse(text.contains(value.substring(0, 8)), text);
                assertFalse(text.contains(key.lastSalt().toString()), text);
                assertFalse(text.contains("sesame"), text);
            }
            assertTrue(file.toString().contains("under a passphrase"), file.toString());
        }
        assertTrue(key.toString().contains(key.key().id().toString()));
    }

    @Test
    void namesAreShortAndPlain() {
        for (String bad : List.of("", "a b", "dc\u00e9", "a/b", "a\n", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> new KeyName(bad), bad);
        }
        assertEquals("x".repeat(64), new KeyName("x".repeat(64)).toString());
        Map<DataCenter, String> names = Map.of(
                new DataCenter(2, false, false, List.of()), "dc2",
                new DataCenter(2, true, false, List.of()), "dc2-test",
                new DataCenter(2, false, true, List.of()), "dc2-media",
                new DataCenter(203, true, true, List.of()), "dc203-test-media");
        names.forEach((server, name) -> assertEquals(new KeyName(name), KeyName.of(server)));
    }

    @Test
    void memoryKeepsCopiesAndOverwritesWhatItForgets() {
        AuthKeyStore store = AuthKeyStore.inMemory();
        assertTrue(store.load(Samples.ONE).isEmpty());
        StoredKey key = Samples.key(1);
        store.save(Samples.ONE, key);
        key.key().destroy();
        StoredKey loaded = store.load(Samples.ONE).orElseThrow();
        assertNotSame(loaded.key(), store.load(Samples.ONE).orElseThrow().key());
        loaded.key().destroy();
        Samples.assertIs(1, store.load(Samples.ONE));
        store.save(Samples.ONE, Samples.key(2));
        Samples.assertIs(2, store.load(Samples.ONE));
        assertTrue(store.remove(Samples.ONE));
        assertFalse(store.remove(Samples.ONE));
        assertTrue(store.load(Samples.ONE).isEmpty());
    }
}
