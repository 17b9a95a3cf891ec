package dev.mtproto.crypto;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import java.math.BigInteger;
import java.util.List;

/**
 * An opened crypto provider: every primitive that MTProto needs. All providers give the same bytes for the same input.
 *
 * <p>This object is safe for use by several threads. What its {@code new} methods return is not: make one per session or
 * connection and keep it, as the lookup behind it is dear.
 */
public interface Crypto {

    /** Returns what the provider is: name, version, module and mode. */
    CryptoInfo info();

    /** Makes an AES-256-IGE cipher. */
    AesIge newAesIge();

    /**
     * Makes an AES-256-CTR key stream that starts at the given counter block.
     *
     * @param key 32 bytes; copied
     * @param iv 16 bytes, the first counter block, big-endian; copied
     */
    AesCtr newAesCtr(byte[] key, byte[] iv);

    /** Makes a SHA-1 digest, 20 bytes. */
    Digest newSha1();

    /** Makes a SHA-256 digest, 32 bytes. */
    Digest newSha256();

    /** Makes an AES-256-GCM cipher, for data at rest. */
    AesGcm newAesGcm();

    /**
     * Derives a key from a passphrase: PBKDF2 (RFC 8018) with HMAC-SHA-256, for data at rest.
     *
     * @param passphrase the passphrase, taken as UTF-8 without normalisation; the caller wipes it
     * @param salt the salt, at least 1 byte; 16 random ones for a new key
     * @param iterations how many, at least 1; 600,000 for a new key
     * @return 32 bytes; the caller wipes them
     * @throws IllegalArgumentException if the passphrase or the salt is empty, the passphrase is not well-formed Unicode, or
     *     the number is not positive; a validated module also refuses a passphrase below 14 bytes or a salt below 16
     */
    byte[] pbkdf2(char[] passphrase, byte[] salt, int iterations);

    /** Returns the provider's generator of random bytes, fit for keys. Safe for use by several threads. */
    RandomSource random();

    /**
     * Raises a number to a secret power: the step of Diffie-Hellman.
     *
     * @param base 1 to 256 bytes, unsigned big-endian
     * @param exponent 1 to 256 bytes, unsigned big-endian, not zero; secret
     * @param modulus 256 bytes, unsigned big-endian; odd, its highest bit set
     * @return exactly 256 bytes, left-padded with zeros; the caller wipes them
     * @throws IllegalArgumentException if a length is another, the exponent is zero or the base is not in 2 .. modulus - 2;
     *     a validated module may also refuse numbers whose power is 1
     */
    byte[] modPow(byte[] base, byte[] exponent, byte[] modulus);

    /**
     * Tells whether a number is prime, wrong with a probability of at most 2<sup>-64</sup> for any input, also a chosen one.
     *
     * @param n a positive number of at most 2048 bits
     */
    boolean isProbablePrime(BigInteger n);

    /**
     * The raw RSA operation with a public key: block<sup>e</sup> mod n, without padding.
     *
     * @param key the key
     * @param block 256 bytes, unsigned big-endian, below n
     * @return exactly 256 bytes
     * @throws IllegalArgumentException if the length is another or the number is not below n
     */
    byte[] rsaPublic(RsaPublicKey key, byte[] block);

    /**
     * The raw RSA operation with a private key: block<sup>d</sup> mod n, without padding.
     *
     * @param key the key
     * @param block 256 bytes, unsigned big-endian, below n
     * @return exactly 256 bytes; the caller wipes them
     * @throws IllegalArgumentException if the length is another or the number is not below n
     */
    byte[] rsaPrivate(RsaPrivateKey key, byte[] block);

    /** Draws a new RSA key of 2048 bits with the public exponent 65537. Takes up to seconds. */
    RsaPrivateKey newRsaKey();

    /**
     * Makes a cipher for the messages under one auth key.
     *
     * @param key the key; copied
     * @param role the side on which the cipher is used: it seals for the other side and opens what that side sealed
     */
    default MessageCipher newMessageCipher(AuthKey key, Role role) {
        return new StandardMessageCipher(this, key, role);
    }

    /**
     * Tells how the provider does what it does: a row for each {@link CryptoOperation} up to {@code AES_GCM}, and
     * for a later one where it takes its place, as with a message cipher of its own. {@link ComplianceReport} fills in what is
     * missing, a primitive as unknown and not approved.
     */
    default List<ComplianceRow> compliance() {
        return List.of();
    }

    /** Returns what was verified of a validated module when this was opened, a statement each; empty without a module. */
    default List<String> moduleEvidence() {
        return List.of();
    }
}
