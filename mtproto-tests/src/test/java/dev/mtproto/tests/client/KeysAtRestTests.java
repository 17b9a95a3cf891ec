package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.DataCenter;
import dev.mtproto.api.Salt;
import dev.mtproto.client.keys.FileAuthKeyStore;
import dev.mtproto.client.keys.KeyName;
import dev.mtproto.client.keys.StoredKey;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of keys as an application uses it, with every backend. */
class KeysAtRestTests {

    private static final KeyName SERVER = KeyName.of(DataCenter.telegram(2, true));
    private static final String PASSPHRASE = "correct horse battery st\u00e4ple";

    @TempDir
    Path folder;

    private static List<Crypto> backends() {
        List<Crypto> backends = new ArrayList<>();
        for (CryptoCandidate candidate : Cryptos.candidates()) {
            if (candidate.available()) {
                backends.add(Cryptos.open(new CryptoSelection.Named(candidate.name())));
            }
        }
        return backends;
    }

    private static StoredKey key(int number) {
        byte[] value = new byte[AuthKey.LENGTH];
        value[AuthKey.LENGTH - 1] = (byte) number;
        return new StoredKey(
                AuthKey.permanent(value, new AuthKeyId(number)),
                new Salt(number),
                Instant.ofEpochSecond(1_700_000_000),
                Duration.ofSeconds(-7200));
    }

    private static void assertIs(int number, StoredKey found) {
        byte[] value = new byte[AuthKey.LENGTH];
        byte[] expected = new byte[AuthKey.LENGTH];
        found.key().copyTo(value, 0);
        key(number).key().copyTo(expected, 0);
        assertArrayEquals(expected, value);
        assertEquals(key(number).lastSalt(), found.lastSalt());
        assertEquals(Duration.ofHours(-2), found.timeOffset());
    }

    @Test
    void aFileGoesFromBackendToBackend() {
        Path file = folder.resolve("keys");
        List<Crypto> backends = backends();
        assertTrue(backends.size() >= 2, "jdk and bc-fips are there everywhere");
        // each opens what the one before wrote, the first one what the last wrote
        for (int turn = 0; turn <= backends.size(); turn++) {
            Crypto crypto = backends.get(turn % backends.size());
            try (FileAuthKeyStore store = FileAuthKeyStore.open(file, crypto, PASSPHRASE.toCharArray())) {
                if (turn > 0) {
                    assertIs(turn, store.load(SERVER).orElseThrow());
                }
                store.save(SERVER, key(turn + 1));
            }
        }
    }

    @Test
    void underFipsAWeakPassphraseIsAClearError() throws Exception {
        Path file = folder.resolve("keys");
        Crypto fips = Cryptos.open(CryptoSelection.FIPS);
        AuthKeyStoreException e = assertThrows(
                AuthKeyStoreException.class, () -> FileAuthKeyStore.open(file, fips, "too short".toCharArray()));
        assertEquals(AuthKeyStoreException.Reason.PASSPHRASE, e.reason());
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("bc-fips refuses the passphrase"), message);
        assertTrue(message.contains("14 bytes of UTF-8"), message);
        assertFalse(message.contains("too short"), message);
        assertFalse(Files.exists(file));
    }
}
