package dev.mtproto.crypto;

/**
 * An AES-256-CTR key stream: a 128-bit big-endian counter that wraps, advanced byte by byte through the life of a
 * connection. Encryption and decryption are the same.
 *
 * <p>Not safe for use by several threads.
 */
public interface AesCtr {

    /**
     * Combines bytes with the next bytes of the key stream, in place.
     *
     * @param data the array
     * @param offset the index of the first byte
     * @param length how many, 0 or more
     * @throws IndexOutOfBoundsException if the bytes are not inside the array
     */
    void apply(byte[] data, int offset, int length);
}
