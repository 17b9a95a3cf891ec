package dev.mtproto.crypto;

/**
 * AES-256 in Infinite Garble Extension mode, in place. With the key K, c<sub>0</sub> = iv[0..16) and p<sub>0</sub> =
 * iv[16..32): c<sub>i</sub> = K(p<sub>i</sub> ⊕ c<sub>i-1</sub>) ⊕ p<sub>i-1</sub>. Each call is a whole text of its own;
 * nothing is carried from one to the next.
 *
 * <p>Not safe for use by several threads.
 */
public interface AesIge {

    /** Length of a block, in bytes. */
    int BLOCK = 16;

    /**
     * Encrypts in place.
     *
     * @param key 32 bytes
     * @param iv 32 bytes
     * @param data the array that holds the text
     * @param offset the index of its first byte
     * @param length its length in bytes; a multiple of 16, 0 allowed
     * @throws IllegalArgumentException if a length is another
     * @throws IndexOutOfBoundsException if the text is not inside the array
     */
    void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length);

    /**
     * Decrypts in place.
     *
     * @param key 32 bytes
     * @param iv 32 bytes
     * @param data the array that holds the text
     * @param offset the index of its first byte
     * @param length its length in bytes; a multiple of 16, 0 allowed
     * @throws IllegalArgumentException if a length is another
     * @throws IndexOutOfBoundsException if the text is not inside the array
     */
    void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length);
}
