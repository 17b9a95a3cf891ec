package dev.mtproto.crypto;

/** A source of random bytes. Injected wherever bytes are drawn, so that a test can replay a run byte for byte. */
@FunctionalInterface
public interface RandomSource {

    /**
     * Fills a slice of an array with random bytes.
     *
     * @param target the array
     * @param offset the index of the first byte
     * @param length how many, 0 or more
     */
    void nextBytes(byte[] target, int offset, int length);

    /**
     * Draws bytes.
     *
     * @param length how many
     * @return a new array
     */
    default byte[] nextBytes(int length) {
        byte[] bytes = new byte[length];
        nextBytes(bytes, 0, length);
        return bytes;
    }
}
