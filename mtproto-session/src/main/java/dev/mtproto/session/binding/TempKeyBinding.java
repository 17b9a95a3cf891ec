package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BindAuthKeyInner;

/**
 * The client's side of the binding: the request that ties a temporary key to a permanent one. It proves that the client has
 * both, by a message under the permanent key (MTProto 1.0) inside a message under the temporary one.
 *
 * @see <a href="https://core.telegram.org/method/auth.bindTempAuthKey">auth.bindTempAuthKey</a>
 */
public final class TempKeyBinding {

    private TempKeyBinding() {}

    /**
     * Makes the request. It is sent bare, once: another attempt needs another msg_id and so another request.
     *
     * @param crypto the cryptography to use
     * @param permanent the permanent key
     * @param temporary the temporary key, which gives the request its end
     * @param session the session on the temporary key in which the request is sent
     * @param msgId the msg_id under which the request is sent
     * @param random draws the nonce (8 bytes), then 16 and 8 random bytes
     * @return the request
     * @throws IllegalArgumentException if one of the keys is of the other kind
     */
    @Enforces(Check.P5)
    public static AuthBindTempAuthKey request(
            Crypto crypto, AuthKey permanent, AuthKey temporary, SessionId session, long msgId, RandomSource random) {
        if (permanent.expiresAt().isPresent() || temporary.expiresAt().isEmpty()) {
            throw new IllegalArgumentException("a temporary key is bound to a permanent one");
        }
        byte[] nonce = random.nextBytes(Long.BYTES);
        BindAuthKeyInner inner = new BindAuthKeyInner(
                new TlReader(nonce, 0, nonce.length).readLong(),
                temporary.id().value(),
                permanent.id().value(),
                session.value(),
                (int) temporary.expiresAt().getAsLong());
        byte[] message = encryptedMessage(crypto, permanent, inner, msgId, random);
        return new AuthBindTempAuthKey(inner.permAuthKeyId(), inner.nonce(), inner.expiresAt(), TlBytes.of(message));
    }

    /** Returns the 104 bytes of {@code encrypted_message}. */
    static byte[] encryptedMessage(
            Crypto crypto, AuthKey permanent, BindAuthKeyInner inner, long msgId, RandomSource random) {
        byte[] text = BindingText.write(inner, msgId);
        random.nextBytes(text, 0, BindingText.RANDOM);
        byte[] packet = new byte[EncryptedMessage.LENGTH];
        System.arraycopy(text, 0, packet, EncryptedMessage.TEXT, text.length);
        random.nextBytes(packet, EncryptedMessage.TEXT + text.length, BindingText.PADDING);
        EncryptedMessage.seal(new BindingCipher(crypto), permanent, packet);
        return packet;
    }
}
