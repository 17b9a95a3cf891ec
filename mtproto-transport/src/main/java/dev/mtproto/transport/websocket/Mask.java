package dev.mtproto.transport.websocket;

import dev.mtproto.transport.support.Bytes;

/** The mask of a client's frame: its four bytes, over and over. */
final class Mask {

    private Mask() {}

    /**
     * Applies or takes off a mask, in place.
     *
     * @param key the four bytes as a little-endian number
     * @param position how many bytes of the frame are done already
     */
    static void apply(byte[] data, int offset, int length, int key, long position) {
        int turned = Integer.rotateRight(key, 8 * (int) (position & 3));
        int i = offset;
        for (int end = offset + length - 3; i < end; i += 4) {
            Bytes.writeInt(data, i, Bytes.readInt(data, i) ^ turned);
        }
        for (int end = offset + length, shift = 0; i < end; i++, shift += 8) {
            data[i] ^= (byte) (turned >>> shift);
        }
    }
}
