package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKey;
import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;

/** The field {@code encrypted_message}: perm_auth_key_id(8), msg_key(16), the encrypted text(80). */
final class EncryptedMessage {

    static final int LENGTH = 104;
    /** Where the text begins. */
    static final int TEXT = 24;

    private static final int MSG_KEY = 8;
    private static final int TEXT_LENGTH = LENGTH - TEXT;

    private EncryptedMessage() {}

    /** Encrypts the text in place and writes what stands in front of it. */
    static void seal(BindingCipher cipher, AuthKey key, byte[] packet) {
        TlWriter head = new TlWriter(MSG_KEY);
        head.writeLong(key.id().value());
        System.arraycopy(head.array(), 0, packet, 0, MSG_KEY);
        cipher.msgKey(packet, TEXT, BindingText.LENGTH, packet, MSG_KEY);
        cipher.encrypt(key, packet, MSG_KEY, packet, TEXT, TEXT_LENGTH);
    }

    /** Decrypts the text in place, and tells whether key id and msg_key are right. */
    static boolean open(BindingCipher cipher, AuthKey key, byte[] packet) {
        cipher.decrypt(key, packet, MSG_KEY, packet, TEXT, TEXT_LENGTH);
        byte[] msgKey = new byte[BindingCipher.MSG_KEY];
        cipher.msgKey(packet, TEXT, BindingText.LENGTH, msgKey, 0);
        boolean named = new TlReader(packet, 0, MSG_KEY).readLong() == key.id().value();
        return ConstantTime.equal(msgKey, 0, packet, MSG_KEY, msgKey.length) && named;
    }
}
