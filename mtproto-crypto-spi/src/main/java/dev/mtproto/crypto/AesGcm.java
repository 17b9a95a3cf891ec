package dev.mtproto.crypto;

import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) for data at rest: a nonce of 96 random bits, a tag of 128 bits. MTProto's messages do not use
 * it; a file of auth keys does.
 *
 * <p>What is sealed reads {@code nonce(12) ciphertext(n) tag(16)}, n the length of the plaintext. The nonce is drawn for each
 * call by the provider itself, from its own generator: with one key at most 2<sup>32</sup> texts may be sealed.
 *
 * <p>Not safe for use by several threads.
 */
public interface AesGcm {

    /** Length of a key, in bytes. */
    int KEY = 32;

    /** Length of the nonce in front of the ciphertext, in bytes. */
    int NONCE = 12;

    /** Length of the tag behind the ciphertext, in bytes. */
    int TAG = 16;

    /**
     * Seals a text.
     *
     * @param key 32 bytes
     * @param associated what has to be the same when it is opened, and is not part of the result; may be empty
     * @param plaintext the text; may be empty
     * @return 28 bytes more than the text
     * @throws IllegalArgumentException if the key has another length
     */
    byte[] seal(byte[] key, byte[] associated, byte[] plaintext);

    /**
     * Opens what was sealed.
     *
     * @param key 32 bytes
     * @param associated the same as when it was sealed
     * @param sealed nonce, ciphertext and tag
     * @return the text, which the caller wipes; {@code null} if any of the three is not what it was, or too short
     * @throws IllegalArgumentException if the key has another length
     */
    byte @Nullable [] open(byte[] key, byte[] associated, byte[] sealed);
}
