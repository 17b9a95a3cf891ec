package dev.mtproto.crypto;

import java.util.Locale;

/**
 * A cryptographic operation of this library, client or server: what it is for, and what data it touches. This is the whole
 * list. All but {@link #PBKDF2} and {@link #AES_GCM} are MTProto's, which has no HMAC, no signature and no certificate.
 */
public enum CryptoOperation {
    /** AES-256 on blocks, forwards. */
    AES_ENCRYPTION("the block cipher under IGE encryption", "message keys and texts; the key exchange's inner data"),
    /** AES-256 on blocks, backwards. */
    AES_DECRYPTION("the block cipher under IGE decryption", "message keys and texts; the key exchange's inner data"),
    /** AES-256-CTR. */
    AES_CTR("obfuscation of a transport", "packets that are encrypted already; a key that travels with them"),
    /** SHA-1. */
    SHA1(
            "auth_key_id, hashes of nonces and of inner data, fingerprints, keys of the exchange and of bindings",
            "auth keys, new_nonce, inner data"),
    /** SHA-256. */
    SHA256("msg_key, keys of messages, RSA_PAD", "auth keys, message texts, inner data of RSA"),
    /** Random bytes. */
    RANDOM("new_nonce, secret exponents, padding, salts, blinding", "all of them secret until used"),
    /** A power with a secret exponent, 2048 bits. */
    DIFFIE_HELLMAN("g_a, g_b and the auth key of the key exchange", "secret exponents, auth keys"),
    /** The Miller-Rabin test. */
    PRIMALITY("the server's Diffie-Hellman prime, where it is not the published one", "a public number"),
    /** The raw RSA operation with a public key. */
    RSA_PUBLIC("sends new_nonce to the server (client)", "the padded inner data; a public key"),
    /** The raw RSA operation with a private key. */
    RSA_PRIVATE("receives new_nonce (server)", "the server's private key, the padded inner data"),
    /** A new RSA key. */
    RSA_KEY_GENERATION("a key of an own server", "the new private key"),
    /** PBKDF2 with HMAC-SHA-256. */
    PBKDF2("the key of a file of auth keys, from a passphrase", "a passphrase, the key of the file"),
    /** AES-256-GCM. */
    AES_GCM("seals a file of auth keys at rest", "permanent auth keys, salts; the key of the file"),
    /** The mode IGE around the block cipher. */
    IGE_CHAINING("makes IGE of CBC and of single blocks: XORs only", "texts and block outputs; never a key"),
    /** The msg_key: 16 of the 32 bytes of a hash over a part of the auth key and the text. */
    MESSAGE_AUTHENTICATION("msg_key, which authenticates messages", "a part of the auth key, message texts"),
    /** AES keys and IVs from hashes. */
    KEY_DERIVATION(
            "AES key and IV of a message, of the key exchange, of a binding", "auth keys, new_nonce, message keys"),
    /** The padding in front of RSA. */
    RSA_PAD("makes the key exchange's inner data fit for raw RSA", "inner data with new_nonce; a one-time AES key"),
    /** Checks of the group and its elements. */
    GROUP_CHECK("that g fits p, and that g_a and g_b are in their range", "public numbers"),
    /** Factors of a number of 64 bits. */
    PQ("makes pq (server) and splits it into its primes (client)", "public numbers");

    private final String purpose;
    private final String touches;

    CryptoOperation(String purpose, String touches) {
        this.purpose = purpose;
        this.touches = touches;
    }

    /** Returns a name for programs, such as {@code aes-encryption}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what MTProto does with it. */
    public String purpose() {
        return purpose;
    }

    /** Returns the data that it works on. */
    public String touches() {
        return touches;
    }
}
