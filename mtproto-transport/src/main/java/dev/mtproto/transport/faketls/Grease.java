package dev.mtproto.transport.faketls;

import dev.mtproto.crypto.RandomSource;

/**
 * Values that mean nothing and keep servers used to the unknown: two equal bytes that end in {@code a}. Neighbours of a pair
 * differ, as they stand in one list.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8701">RFC 8701</a>
 */
final class Grease {

    private static final int COUNT = 8;

    private final byte[] bytes;

    private Grease(byte[] bytes) {
        this.bytes = bytes;
    }

    static Grease draw(RandomSource random) {
        byte[] bytes = random.nextBytes(COUNT);
        for (int i = 0; i < COUNT; i++) {
            bytes[i] = (byte) ((bytes[i] & 0xf0) | 0x0a);
            if (i % 2 == 1 && bytes[i] == bytes[i - 1]) {
                bytes[i] ^= 0x10;
            }
        }
        return new Grease(bytes);
    }

    byte[] value(int index) {
        return new byte[] {bytes[index], bytes[index]};
    }
}
