package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.crypto.AesGcm;
import dev.mtproto.crypto.Crypto;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link AesGcm} and {@link Crypto#pbkdf2} promise beside the right bytes. */
final class SealingContract {

    private final Cases cases = new Cases();
    private final Crypto crypto;
    private final AesGcm gcm;
    private final byte[] key = cases.bytes(AesGcm.KEY);
    private final byte[] associated = cases.bytes(30);

    private SealingContract(Crypto crypto) {
        this.crypto = crypto;
        gcm = crypto.newAesGcm();
    }

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test("GCM: opens what it sealed, of any length", () -> new SealingContract(crypto).roundTrips()),
                Cases.test("GCM: no nonce comes twice", () -> new SealingContract(crypto).nonces()),
                Cases.test("GCM: any altered byte is refused, and any shorter text", () -> new SealingContract(crypto)
                        .altered()),
                Cases.test("GCM: wrong keys are refused", () -> new SealingContract(crypto).wrongKeys()),
                Cases.test("PBKDF2: everything counts", () -> new SealingContract(crypto).everythingCounts()),
                Cases.test("PBKDF2: what is empty or no text is refused", () -> new SealingContract(crypto)
                        .refusedPassphrases()));
    }

    private void roundTrips() {
        for (int length : new int[] {0, 1, 15, 16, 17, 300, 100_000}) {
            byte[] text = cases.bytes(length);
            byte[] before = text.clone();
            byte[] sealed = gcm.seal(key, associated, text);
            assertEquals(AesGcm.NONCE + length + AesGcm.TAG, sealed.length);
            assertArrayEquals(before, text, "the text is left as it was");
            assertArrayEquals(text, gcm.open(key, associated, sealed));
            byte[] alone = gcm.seal(key, new byte[0], text);
            assertArrayEquals(text, crypto.newAesGcm().open(key, new byte[0], alone));
        }
    }

    private void nonces() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            byte[] sealed = (i % 2 == 0 ? gcm : crypto.newAesGcm()).seal(key, associated, new byte[0]);
            seen.add(HexFormat.of().formatHex(sealed, 0, AesGcm.NONCE));
        }
        assertEquals(100, seen.size());
    }

    private void altered() {
        byte[] sealed = gcm.seal(key, associated, cases.bytes(40));
        for (int i = 0; i < sealed.length; i++) {
            byte[] other = sealed.clone();
            other[i] ^= (byte) (1 << cases.below(8));
            assertNull(gcm.open(key, associated, other), "byte " + i);
            assertNull(gcm.open(key, associated, Arrays.copyOf(sealed, i)), "cut to " + i);
        }
        assertNull(gcm.open(key, cases.bytes(30), sealed));
        assertNull(gcm.open(cases.bytes(AesGcm.KEY), associated, sealed));
        assertArrayEquals(gcm.open(key, associated, sealed), gcm.open(key, associated, sealed));
    }

    private void wrongKeys() {
        byte[] sealed = gcm.seal(key, associated, new byte[1]);
        for (int length : new int[] {0, 16, 24, 31, 33}) {
            assertThrows(IllegalArgumentException.class, () -> gcm.seal(new byte[length], associated, new byte[1]));
            assertThrows(IllegalArgumentException.class, () -> gcm.open(new byte[length], associated, sealed));
        }
    }

    private void everythingCounts() {
        char[] passphrase = "a passphrase that is long enough".toCharArray();
        byte[] salt = cases.bytes(16);
        byte[] first = crypto.pbkdf2(passphrase, salt, 5);
        assertEquals(AesGcm.KEY, first.length);
        assertArrayEquals(first, crypto.pbkdf2(passphrase.clone(), salt.clone(), 5));
        assertFalse(Arrays.equals(first, crypto.pbkdf2(passphrase, salt, 6)));
        assertFalse(Arrays.equals(first, crypto.pbkdf2(passphrase, cases.bytes(16), 5)));
        passphrase[0] = 'A';
        assertFalse(Arrays.equals(first, crypto.pbkdf2(passphrase, salt, 5)));
        assertTrue(passphrase[0] == 'A' && passphrase[1] == ' ', "the passphrase is left to the caller");
    }

    private void refusedPassphrases() {
        char[] good = "a passphrase that is long enough".toCharArray();
        char[] half = "a passphrase that ends in \ud800".toCharArray();
        byte[] salt = cases.bytes(16);
        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(new char[0], salt, 5));
        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(half, salt, 5));
        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(good, new byte[0], 5));
        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(good, salt, 0));
        assertThrows(IllegalArgumentException.class, () -> crypto.pbkdf2(good, salt, -1));
    }
}
