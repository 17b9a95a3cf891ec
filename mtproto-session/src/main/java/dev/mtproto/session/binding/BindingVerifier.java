package dev.mtproto.session.binding;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BindAuthKeyInner;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The server's side of the binding: holds a request against the keys and the place it came in.
 *
 * <p>Not safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/method/auth.bindTempAuthKey">auth.bindTempAuthKey</a>
 */
public final class BindingVerifier {

    private static final BindingVerdict NOT_TEMPORARY = refused("TEMP_AUTH_KEY_EMPTY");
    private static final BindingVerdict INVALID = refused("ENCRYPTED_MESSAGE_INVALID");
    private static final BindingVerdict EXPIRED = refused("EXPIRES_AT_INVALID");
    private static final BindingVerdict BOUND_TO_ANOTHER = refused("TEMP_AUTH_KEY_ALREADY_BOUND");

    private final BindingCipher cipher;
    private final Function<AuthKeyId, Optional<AuthKey>> keys;
    private final InstantSource clock;

    /**
     * Makes a verifier.
     *
     * @param crypto the cryptography to use
     * @param keys finds the keys that the server knows
     * @param clock the server's clock
     */
    public BindingVerifier(Crypto crypto, Function<AuthKeyId, Optional<AuthKey>> keys, InstantSource clock) {
        this.cipher = new BindingCipher(crypto);
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Judges a request. No request makes this method throw; what exactly is wrong with its message cannot be told from the
     * answer.
     *
     * @param request the request
     * @param place where it came in
     */
    @Enforces(Check.P4)
    public BindingVerdict verify(AuthBindTempAuthKey request, BindingPlace place) {
        if (place.temporary().expiresAt().isEmpty()) {
            return NOT_TEMPORARY;
        }
        AuthKeyId permanentId = new AuthKeyId(request.permAuthKeyId());
        Optional<AuthKey> permanent = keys.apply(permanentId).filter(BindingVerifier::isUsable);
        if (permanent.isEmpty() || !isProof(permanent.get(), request, place)) {
            return INVALID;
        }
        long expiresAt = Integer.toUnsignedLong(request.expiresAt());
        if (expiresAt * 1000 <= clock.millis()) {
            return EXPIRED;
        }
        if (place.boundTo().isPresent() && !place.boundTo().get().equals(permanentId)) {
            return BOUND_TO_ANOTHER;
        }
        long end = place.temporary().expiresAt().getAsLong();
        return new BindingVerdict.Bound(permanentId, Math.min(end, expiresAt));
    }

    private static boolean isUsable(AuthKey key) {
        return key.expiresAt().isEmpty() && !key.isDestroyed();
    }

    private boolean isProof(AuthKey permanent, AuthBindTempAuthKey request, BindingPlace place) {
        byte[] packet = request.encryptedMessage().toByteArray();
        if (packet.length != EncryptedMessage.LENGTH) {
            return false;
        }
        BindAuthKeyInner expected = new BindAuthKeyInner(
                request.nonce(),
                place.temporary().id().value(),
                permanent.id().value(),
                place.session().value(),
                request.expiresAt());
        boolean says = EncryptedMessage.open(cipher, permanent, packet)
                && BindingText.says(packet, EncryptedMessage.TEXT, expected, place.msgId());
        Arrays.fill(packet, (byte) 0);
        return says;
    }

    private static BindingVerdict refused(String text) {
        return new BindingVerdict.Refused(400, text);
    }
}
