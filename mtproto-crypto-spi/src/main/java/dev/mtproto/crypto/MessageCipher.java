package dev.mtproto.crypto;

import javax.security.auth.Destroyable;

/**
 * Seals and opens MTProto 2.0 messages under one auth key: msg_key, key derivation and AES-256-IGE in one call, in place.
 *
 * <p>A packet is {@code auth_key_id(8) msg_key(16) encrypted(n)}, n a multiple of 16. Not safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/mtproto/description">Detailed description, sections on msg_key and AES key</a>
 */
public interface MessageCipher extends Destroyable {

    /** Bytes in front of the encrypted part: auth_key_id and msg_key. */
    int HEADER = 24;

    /**
     * Seals a plaintext that stands at {@code offset + 24}: writes auth_key_id and msg_key in front of it and encrypts it in
     * place.
     *
     * @param packet the array
     * @param offset the index of the packet's first byte
     * @param plaintextLength the plaintext's length with its padding, in bytes; a positive multiple of 16
     * @throws IllegalArgumentException if the length is another
     * @throws IndexOutOfBoundsException if the packet is not inside the array
     */
    void seal(byte[] packet, int offset, int plaintextLength);

    /**
     * Opens a packet in place: the plaintext then stands at {@code offset + 24}. The auth_key_id is not looked at. The
     * comparison of msg_key takes the same time wherever it fails; after a failure the text is wiped.
     *
     * @param packet the array
     * @param offset the index of the packet's first byte
     * @param encryptedLength the length of the encrypted part, in bytes; a positive multiple of 16
     * @return whether the msg_key is right for the decrypted text
     * @throws IllegalArgumentException if the length is another
     * @throws IndexOutOfBoundsException if the packet is not inside the array
     */
    boolean open(byte[] packet, int offset, int encryptedLength);

    /**
     * Returns the quick-ack token of the message sealed or opened last: the first 4 bytes of the large msg_key as a
     * little-endian number, its highest bit set.
     */
    int quickAckToken();

    /** Overwrites the key. The cipher cannot be used any more. */
    @Override
    void destroy();
}
