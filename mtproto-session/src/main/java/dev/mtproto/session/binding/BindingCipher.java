package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKey;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageKdf;
import java.util.Arrays;

/** The encryption of MTProto 1.0 as a client uses it, which nothing but the binding needs any more. */
final class BindingCipher {

    static final int MSG_KEY = 16;

    private static final int CLIENT = 0;

    private final AesIge ige;
    private final Digest sha1;

    BindingCipher(Crypto crypto) {
        this.ige = crypto.newAesIge();
        this.sha1 = crypto.newSha1();
    }

    /** Writes the msg_key of a text without its padding. */
    void msgKey(byte[] text, int offset, int length, byte[] target, int targetOffset) {
        byte[] hash = new byte[sha1.length()];
        sha1.update(text, offset, length);
        sha1.digest(hash, 0);
        System.arraycopy(hash, 4, target, targetOffset, MSG_KEY);
    }

    void encrypt(AuthKey key, byte[] msgKey, int msgKeyOffset, byte[] data, int offset, int length) {
        apply(key, msgKey, msgKeyOffset, (aesKey, iv) -> ige.encrypt(aesKey, iv, data, offset, length));
    }

    void decrypt(AuthKey key, byte[] msgKey, int msgKeyOffset, byte[] data, int offset, int length) {
        apply(key, msgKey, msgKeyOffset, (aesKey, iv) -> ige.decrypt(aesKey, iv, data, offset, length));
    }

    private void apply(AuthKey key, byte[] msgKey, int msgKeyOffset, KeyUse use) {
        byte[] authKey = new byte[AuthKey.LENGTH];
        byte[] aesKey = new byte[32];
        byte[] iv = new byte[32];
        try {
            key.copyTo(authKey, 0);
            MessageKdf.v1(sha1, authKey, msgKey, msgKeyOffset, CLIENT, aesKey, iv);
            use.with(aesKey, iv);
        } finally {
            Arrays.fill(authKey, (byte) 0);
            Arrays.fill(aesKey, (byte) 0);
            Arrays.fill(iv, (byte) 0);
        }
    }

    @FunctionalInterface
    private interface KeyUse {
        void with(byte[] aesKey, byte[] iv);
    }
}
