package dev.mtproto.session.message;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageCipher;

/** Seals whatever it is given, properly: what is wrong with it stands behind a right msg_key. */
final class HostilePeer {

    private final MessageCipher cipher;
    private final long salt;
    private final long sessionId;

    HostilePeer(Crypto crypto, AuthKey key, Role role, long salt, long sessionId) {
        this.cipher = crypto.newMessageCipher(key, role);
        this.salt = salt;
        this.sessionId = sessionId;
    }

    /** Seals a whole plaintext, a multiple of 16 bytes. */
    byte[] seal(byte[] plaintext) {
        byte[] packet = new byte[MessageCipher.HEADER + plaintext.length];
        System.arraycopy(plaintext, 0, packet, MessageCipher.HEADER, plaintext.length);
        cipher.seal(packet, 0, plaintext.length);
        return packet;
    }

    /** Seals a plaintext whose every field is given. */
    byte[] seal(long saltField, long session, long msgId, int seqNo, int length, byte[] body, int padding) {
        byte[] plaintext = new byte[32 + body.length + padding];
        WireBytes.putLong(plaintext, 0, saltField);
        WireBytes.putLong(plaintext, 8, session);
        WireBytes.putLong(plaintext, 16, msgId);
        WireBytes.putInt(plaintext, 24, seqNo);
        WireBytes.putInt(plaintext, 28, length);
        System.arraycopy(body, 0, plaintext, 32, body.length);
        return seal(plaintext);
    }

    /** Seals a message that is right but for what the caller puts in. */
    byte[] message(long msgId, int seqNo, byte[] body) {
        return message(salt, sessionId, msgId, seqNo, body);
    }

    byte[] message(long saltField, long session, long msgId, int seqNo, byte[] body) {
        return seal(saltField, session, msgId, seqNo, body.length, body, PaddingSizes.least(32 + body.length));
    }
}
