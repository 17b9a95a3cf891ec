package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What an exchange derives from the 256 bytes of the key.
 *
 * @param value the key, 256 bytes, left-padded with zeros
 * @param id auth_key_id, the low 64 bits of the key's SHA-1
 * @param auxHash auth_key_aux_hash, the high 64 bits, 8 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // an array, so that it can be overwritten
record AuthKeyParts(byte[] value, AuthKeyId id, byte[] auxHash) {

    static AuthKeyParts of(byte[] value, Crypto crypto) {
        var sha1 = crypto.newSha1();
        sha1.update(value);
        byte[] hash = sha1.digest();
        return new AuthKeyParts(value, new AuthKeyId(wireLong(hash, 12)), Arrays.copyOf(hash, 8));
    }

    /** Returns the retry_id that names this key once it was refused. */
    long retryId() {
        return wireLong(auxHash, 0);
    }

    /** Returns the first salt of a session: the first 8 bytes of both nonces, combined. */
    static Salt firstSalt(byte[] newNonce, byte[] serverNonce) {
        return new Salt(wireLong(newNonce, 0) ^ wireLong(serverNonce, 0));
    }

    private static long wireLong(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(offset);
    }

    void erase() {
        Wipe.all(value, auxHash);
    }

    @Override
    public String toString() {
        return "AuthKeyParts[" + id + "]";
    }
}
