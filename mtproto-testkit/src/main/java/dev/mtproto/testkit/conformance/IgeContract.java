package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link AesIge} promises beside the right bytes. */
final class IgeContract {

    private static final int[] LENGTHS = {
        16, 32, 48, 64, 112, 128, 144, 240, 256, 272, 1024, 4080, 4096, 4112, 4128, 8192, 8208, 65_536, 100_000
    };

    private final Cases cases = new Cases();
    private final AesIge ige;
    private final byte[] key = cases.bytes(32);
    private final byte[] iv = cases.bytes(32);

    private IgeContract(Crypto crypto) {
        ige = crypto.newAesIge();
    }

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test("IGE: a text in two parts, chained by hand, is the whole", () -> new IgeContract(crypto)
                        .splits()),
                Cases.test("IGE: decryption undoes encryption, a new key each time", () -> new IgeContract(crypto)
                        .roundTrips()),
                Cases.test(
                        "IGE: in place at any offset, neighbours untouched", () -> new IgeContract(crypto).offsets()),
                Cases.test("IGE: wrong lengths are refused, and the cipher works on", () -> new IgeContract(crypto)
                        .wrongLengths()),
                Cases.test("IGE: key and IV are not written to", () -> new IgeContract(crypto).inputs()));
    }

    private byte[] encrypted(byte[] text) {
        byte[] data = text.clone();
        ige.encrypt(key, iv, data, 0, data.length);
        return data;
    }

    private void splits() {
        for (int length : LENGTHS) {
            byte[] text = cases.bytes(length);
            byte[] whole = encrypted(text);
            byte[] parts = text.clone();
            byte[] back = whole.clone();
            int cut = 16 * cases.below(length / 16 + 1);
            byte[] between = iv.clone();
            ige.encrypt(key, iv, parts, 0, cut);
            ige.decrypt(key, iv, back, 0, cut);
            if (cut > 0) {
                System.arraycopy(whole, cut - 16, between, 0, 16);
                System.arraycopy(text, cut - 16, between, 16, 16);
            }
            ige.encrypt(key, between, parts, cut, length - cut);
            ige.decrypt(key, between, back, cut, length - cut);
            assertArrayEquals(whole, parts, length + " bytes, cut at " + cut);
            assertArrayEquals(text, back, length + " bytes, cut at " + cut);
        }
    }

    private void roundTrips() {
        for (int length : LENGTHS) {
            byte[] newKey = cases.bytes(32);
            byte[] newIv = cases.bytes(32);
            byte[] text = cases.bytes(length);
            byte[] data = text.clone();
            ige.encrypt(newKey, newIv, data, 0, length);
            ige.decrypt(newKey, newIv, data, 0, length);
            assertArrayEquals(text, data, length + " bytes");
        }
    }

    private void offsets() {
        byte[] text = cases.bytes(5 * 16 + 4096);
        byte[] expected = encrypted(text);
        for (int offset = 0; offset < 33; offset++) {
            byte[] frame = cases.bytes(offset + text.length + 19);
            byte[] before = frame.clone();
            System.arraycopy(text, 0, frame, offset, text.length);
            ige.encrypt(key, iv, frame, offset, text.length);
            assertArrayEquals(expected, Arrays.copyOfRange(frame, offset, offset + text.length), "offset " + offset);
            ige.decrypt(key, iv, frame, offset, text.length);
            System.arraycopy(text, 0, before, offset, text.length);
            assertArrayEquals(before, frame, "offset " + offset);
        }
    }

    private void wrongLengths() {
        byte[] data = cases.bytes(64);
        byte[] kept = data.clone();
        byte[] expected = encrypted(data);
        for (int length : new int[] {1, 15, 17, 63}) {
            assertThrows(IllegalArgumentException.class, () -> ige.encrypt(key, iv, data, 0, length));
            assertThrows(IllegalArgumentException.class, () -> ige.decrypt(key, iv, data, 0, length));
        }
        for (int length : new int[] {0, 16, 31, 33}) {
            byte[] wrong = new byte[length];
            assertThrows(IllegalArgumentException.class, () -> ige.encrypt(wrong, iv, data, 0, 64));
            assertThrows(IllegalArgumentException.class, () -> ige.decrypt(wrong, iv, data, 0, 64));
            assertThrows(IllegalArgumentException.class, () -> ige.encrypt(key, wrong, data, 0, 64));
            assertThrows(IllegalArgumentException.class, () -> ige.decrypt(key, wrong, data, 0, 64));
        }
        int[][] outside = {{-1, 16}, {64, 16}, {1, 64}, {0, -16}, {Integer.MAX_VALUE, 16}, {16, Integer.MAX_VALUE - 15}
        };
        for (int[] slice : outside) {
            assertThrows(IndexOutOfBoundsException.class, () -> ige.encrypt(key, iv, data, slice[0], slice[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> ige.decrypt(key, iv, data, slice[0], slice[1]));
        }
        ige.encrypt(key, iv, data, 64, 0);
        ige.decrypt(key, iv, data, 64, 0);
        assertArrayEquals(kept, data);
        assertArrayEquals(expected, encrypted(data));
    }

    private void inputs() {
        byte[] keptKey = key.clone();
        byte[] keptIv = iv.clone();
        ige.decrypt(key, iv, encrypted(cases.bytes(160)), 0, 160);
        assertArrayEquals(keptKey, key);
        assertArrayEquals(keptIv, iv);
    }
}
