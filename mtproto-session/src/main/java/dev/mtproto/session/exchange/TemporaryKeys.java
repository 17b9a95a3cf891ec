package dev.mtproto.session.exchange;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import java.util.Arrays;

/**
 * The AES key and IV that protect the middle of a key exchange, made of new_nonce and server_nonce. Every text of the
 * exchange is encrypted with these same values.
 *
 * @param key tmp_aes_key, 32 bytes
 * @param iv tmp_aes_iv, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // arrays, so that they can be overwritten
record TemporaryKeys(byte[] key, byte[] iv) {

    /** Derives both; leading zeros of the nonces count. */
    static TemporaryKeys derive(byte[] newNonce, byte[] serverNonce, Crypto crypto) {
        Digest sha1 = crypto.newSha1();
        byte[] newServer = hash(sha1, newNonce, serverNonce);
        byte[] serverNew = hash(sha1, serverNonce, newNonce);
        byte[] newNew = hash(sha1, newNonce, newNonce);
        byte[] key = new byte[32];
        byte[] iv = new byte[32];
        System.arraycopy(newServer, 0, key, 0, 20);
        System.arraycopy(serverNew, 0, key, 20, 12);
        System.arraycopy(serverNew, 12, iv, 0, 8);
        System.arraycopy(newNew, 0, iv, 8, 20);
        System.arraycopy(newNonce, 0, iv, 28, 4);
        Wipe.all(newServer, serverNew, newNew);
        return new TemporaryKeys(key, iv);
    }

    private static byte[] hash(Digest sha1, byte[] first, byte[] second) {
        sha1.update(first);
        sha1.update(second);
        return sha1.digest();
    }

    void erase() {
        Wipe.all(key, iv);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemporaryKeys keys && Arrays.equals(key, keys.key) && Arrays.equals(iv, keys.iv);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(iv);
    }

    @Override
    public String toString() {
        return "TemporaryKeys[secret]";
    }
}
