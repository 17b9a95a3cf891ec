package dev.mtproto.crypto;

/** A hash function at work over slices of arrays. Not safe for use by several threads. */
public interface Digest {

    /** Returns the length of the hash, in bytes. */
    int length();

    /**
     * Takes in bytes.
     *
     * @param data the array
     * @param offset the index of the first byte
     * @param length how many
     */
    void update(byte[] data, int offset, int length);

    /**
     * Takes in a whole array.
     *
     * @param data the array
     */
    default void update(byte[] data) {
        update(data, 0, data.length);
    }

    /**
     * Writes the hash of all that was taken in, and starts anew.
     *
     * @param target the array that receives {@link #length} bytes
     * @param offset the index of the first one
     */
    void digest(byte[] target, int offset);

    /** Returns the hash of all that was taken in as a new array, and starts anew. */
    default byte[] digest() {
        byte[] hash = new byte[length()];
        digest(hash, 0);
        return hash;
    }

    /** Forgets all that was taken in. */
    void reset();
}
