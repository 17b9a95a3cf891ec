package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link AesCtr} and {@link Digest} promise beside the right bytes. */
final class StreamContract {

    private final Cases cases = new Cases();
    private final Crypto crypto;
    private final byte[] key = cases.bytes(32);
    private final byte[] iv = cases.bytes(16);

    private StreamContract(Crypto crypto) {
        this.crypto = crypto;
    }

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test("CTR: any split gives the same bytes, at any offset", () -> new StreamContract(crypto)
                        .ctrSplits()),
                Cases.test("CTR: key and IV are copied", () -> new StreamContract(crypto).ctrCopies()),
                Cases.test(
                        "CTR: what is refused does not move the stream", () -> new StreamContract(crypto).ctrErrors()),
                Cases.test("SHA-1: slices, reuse, errors", () -> new StreamContract(crypto)
                        .digest(crypto.newSha1(), crypto.newSha1(), 20)),
                Cases.test("SHA-256: slices, reuse, errors", () -> new StreamContract(crypto)
                        .digest(crypto.newSha256(), crypto.newSha256(), 32)));
    }

    private byte[] whole(byte[] text) {
        byte[] data = text.clone();
        crypto.newAesCtr(key, iv).apply(data, 0, data.length);
        return data;
    }

    private void ctrSplits() {
        Arrays.fill(iv, (byte) 0xff);
        byte[] text = cases.bytes(20_000);
        byte[] expected = whole(text);
        for (int largest : new int[] {1, 3, 16, 17, 40, 300, 5000}) {
            AesCtr stream = crypto.newAesCtr(key, iv);
            byte[] frame = new byte[text.length + 7];
            System.arraycopy(text, 0, frame, 7, text.length);
            int limit = Math.min(text.length, 400 * largest);
            for (int at = 0; at < limit; ) {
                int count = Math.min(cases.below(largest + 1), limit - at);
                stream.apply(frame, 7 + at, count);
                at += count;
            }
            assertArrayEquals(Arrays.copyOf(expected, limit), Arrays.copyOfRange(frame, 7, 7 + limit));
            assertArrayEquals(new byte[7], Arrays.copyOf(frame, 7));
            assertArrayEquals(
                    Arrays.copyOfRange(text, limit, text.length), Arrays.copyOfRange(frame, 7 + limit, frame.length));
        }
    }

    private void ctrCopies() {
        byte[] text = cases.bytes(100);
        byte[] expected = whole(text);
        AesCtr stream = crypto.newAesCtr(key, iv);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(iv, (byte) 0);
        stream.apply(text, 0, text.length);
        assertArrayEquals(expected, text);
    }

    private void ctrErrors() {
        assertThrows(IllegalArgumentException.class, () -> crypto.newAesCtr(new byte[16], iv));
        assertThrows(IllegalArgumentException.class, () -> crypto.newAesCtr(key, new byte[32]));
        byte[] text = cases.bytes(64);
        byte[] expected = whole(text);
        AesCtr stream = crypto.newAesCtr(key, iv);
        stream.apply(text, 0, 20);
        assertThrows(IndexOutOfBoundsException.class, () -> stream.apply(text, 60, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.apply(text, -1, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> stream.apply(text, 5, -1));
        stream.apply(text, 20, 0);
        stream.apply(text, 20, 44);
        assertArrayEquals(expected, text);
    }

    private void digest(Digest digest, Digest other, int length) {
        assertEquals(length, digest.length());
        byte[] data = cases.bytes(5000);
        byte[] expected = Hash.of(other, data);
        for (int largest : new int[] {1, 63, 64, 65, 2000}) {
            for (int at = 0; at < data.length; ) {
                int count = Math.min(cases.below(largest + 1), data.length - at);
                digest.update(data, at, count);
                at += count;
            }
            byte[] target = new byte[length + 9];
            digest.digest(target, 4);
            assertArrayEquals(expected, Arrays.copyOfRange(target, 4, 4 + length));
            assertArrayEquals(new byte[5], Arrays.copyOfRange(target, 4 + length, target.length));
        }
        digest.update(data, 0, 99);
        digest.reset();
        digest.update(data);
        assertThrows(IndexOutOfBoundsException.class, () -> digest.update(data, 4999, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> digest.digest(new byte[length], 1));
        assertArrayEquals(expected, digest.digest());
        assertArrayEquals(other.digest(), digest.digest(), "a digest starts anew after each hash");
    }
}
