package dev.mtproto.client.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Keys to store, each another by its number, and a way to compare what comes back. */
final class Samples {

    static final Crypto CRYPTO = Cryptos.open();
    static final KeyName ONE = new KeyName("dc1");
    static final KeyName TWO = new KeyName("dc2-test");

    /** Far from enough for a real file, and fast. */
    static final int FEW_ITERATIONS = 3;

    private Samples() {}

    static StoredKey key(long number) {
        return new StoredKey(
                AuthKey.permanent(value(number), new AuthKeyId(number + 1)),
                new Salt(~number),
                Instant.ofEpochMilli(1_700_000_000_123L + number),
                Duration.ofMillis(-number));
    }

    private static byte[] value(long number) {
        byte[] value = new byte[AuthKey.LENGTH];
        new Random(number).nextBytes(value);
        return value;
    }

    static byte[] value(AuthKey key) {
        byte[] value = new byte[AuthKey.LENGTH];
        key.copyTo(value, 0);
        return value;
    }

    /** Asserts that what was loaded is the key of a number. */
    static void assertIs(long number, Optional<StoredKey> loaded) {
        StoredKey found = loaded.orElseThrow(() -> new AssertionError("nothing is stored"));
        StoredKey expected = key(number);
        assertArrayEquals(value(number), value(found.key()));
        assertEquals(expected.key().id(), found.key().id());
        assertEquals(expected.lastSalt(), found.lastSalt());
        assertEquals(expected.createdAt(), found.createdAt());
        assertEquals(expected.timeOffset(), found.timeOffset());
    }

    /** Opens a store on a disk, under a passphrase if there is one. */
    static FileAuthKeyStore open(KeyDisk disk, Path path, @Nullable String passphrase) {
        return FileAuthKeyStore.open(
                disk, path, CRYPTO, passphrase == null ? null : passphrase.toCharArray(), FEW_ITERATIONS);
    }
}
