package dev.mtproto.session.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BindAuthKeyInner;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server refuses to bind. */
@Tag("P4")
class BindingVerifierTests {

    private static final long NOW = 1_700_000_000;
    private static final long END = NOW + 86_400;
    private static final long MSG_ID = NOW << 32;

    private final Crypto crypto = Cryptos.open();
    private final SeededRandom random = new SeededRandom(11);
    private final byte[] permanentValue = random.nextBytes(256);
    private final AuthKey permanent = AuthKey.permanent(permanentValue, new AuthKeyId(71));
    private final AuthKey temporary = AuthKey.temporary(random.nextBytes(256), new AuthKeyId(72), END);
    private final SessionId session = new SessionId(73);
    private final BindingPlace place = new BindingPlace(temporary, session, MSG_ID, Optional.empty());
    private final AuthBindTempAuthKey good =
            TempKeyBinding.request(crypto, permanent, temporary, session, MSG_ID, random);

    private BindingVerdict verify(AuthBindTempAuthKey request, BindingPlace where) {
        return BindingVectorTests.verifier(permanent, NOW).verify(request, where);
    }

    private void assertRefused(String text, AuthBindTempAuthKey request, BindingPlace where) {
        assertEquals(new BindingVerdict.Refused(400, text), verify(request, where));
    }

    private AuthBindTempAuthKey with(byte[] message) {
        return new AuthBindTempAuthKey(good.permAuthKeyId(), good.nonce(), good.expiresAt(), TlBytes.of(message));
    }

    /** A request whose message is properly made, of any text. */
    private AuthBindTempAuthKey sealing(byte[] text) {
        byte[] packet = new byte[EncryptedMessage.LENGTH];
        System.arraycopy(text, 0, packet, EncryptedMessage.TEXT, text.length);
        EncryptedMessage.seal(new BindingCipher(crypto), permanent, packet);
        return with(packet);
    }

    private BindAuthKeyInner inner() {
        return new BindAuthKeyInner(
                good.nonce(), temporary.id().value(), permanent.id().value(), session.value(), good.expiresAt());
    }

    @Test
    void bindsOnceAndAgain() {
        assertEquals(new BindingVerdict.Bound(permanent.id(), END), verify(good, place));
        BindingPlace again = new BindingPlace(temporary, session, MSG_ID, Optional.of(permanent.id()));
        assertEquals(new BindingVerdict.Bound(permanent.id(), END), verify(good, again));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 88, 103, 105, 120})
    void refusesAMessageOfAnotherLength(int length) {
        assertRefused(
                "ENCRYPTED_MESSAGE_INVALID",
                with(Arrays.copyOf(good.encryptedMessage().toByteArray(), length)),
                place);
    }

    @Test
    void refusesEveryFlippedByteThatCounts() {
        byte[] message = good.encryptedMessage().toByteArray();
        for (int i = 0; i < message.length - 16; i++) {
            byte[] flipped = message.clone();
            flipped[i] ^= 1;
            assertRefused("ENCRYPTED_MESSAGE_INVALID", with(flipped), place);
        }
    }

    @Test
    void refusesTheRightTextUnderAnotherMsgKey() {
        byte[] text = BindingText.write(inner(), MSG_ID);
        byte[] packet = good.encryptedMessage().toByteArray();
        System.arraycopy(text, 0, packet, EncryptedMessage.TEXT, text.length);
        new BindingCipher(crypto).encrypt(permanent, packet, 8, packet, EncryptedMessage.TEXT, 80);
        assertRefused("ENCRYPTED_MESSAGE_INVALID", with(packet), place);
    }

    @Test
    void refusesEveryFieldThatIsAnother() {
        byte[] text = BindingText.write(inner(), MSG_ID);
        assertEquals(new BindingVerdict.Bound(permanent.id(), END), verify(sealing(text), place));
        for (int i = BindingText.RANDOM; i < BindingText.LENGTH; i++) {
            byte[] changed = text.clone();
            changed[i] ^= 1;
            assertRefused("ENCRYPTED_MESSAGE_INVALID", sealing(changed), place);
        }
    }

    @Test
    @Tag("P5")
    void refusesAnotherPlace() {
        BindingPlace laterMessage = new BindingPlace(temporary, session, MSG_ID + 4, Optional.empty());
        assertRefused("ENCRYPTED_MESSAGE_INVALID", good, laterMessage);
        BindingPlace otherSession = new BindingPlace(temporary, new SessionId(9), MSG_ID, Optional.empty());
        assertRefused("ENCRYPTED_MESSAGE_INVALID", good, otherSession);
        AuthKey otherKey = AuthKey.temporary(new byte[256], new AuthKeyId(99), END);
        assertRefused("ENCRYPTED_MESSAGE_INVALID", good, new BindingPlace(otherKey, session, MSG_ID, Optional.empty()));
    }

    @Test
    void refusesARequestThatSaysOtherThanItsMessage() {
        TlBytes message = good.encryptedMessage();
        assertRefused(
                "ENCRYPTED_MESSAGE_INVALID",
                new AuthBindTempAuthKey(good.permAuthKeyId(), good.nonce() + 1, good.expiresAt(), message),
                place);
        assertRefused(
                "ENCRYPTED_MESSAGE_INVALID",
                new AuthBindTempAuthKey(good.permAuthKeyId(), good.nonce(), good.expiresAt() + 1, message),
                place);
        assertRefused(
                "ENCRYPTED_MESSAGE_INVALID",
                new AuthBindTempAuthKey(good.permAuthKeyId() + 1, good.nonce(), good.expiresAt(), message),
                place);
    }

    @Test
    void refusesAKeyThatIsNotPermanentOrGone() {
        AuthKey posing = AuthKey.temporary(permanentValue, permanent.id(), END);
        assertEquals(
                new BindingVerdict.Refused(400, "ENCRYPTED_MESSAGE_INVALID"),
                BindingVectorTests.verifier(posing, NOW).verify(good, place));
        permanent.destroy();
        assertRefused("ENCRYPTED_MESSAGE_INVALID", good, place);
    }

    @Test
    void refusesToBindAPermanentKey() {
        assertRefused("TEMP_AUTH_KEY_EMPTY", good, new BindingPlace(permanent, session, MSG_ID, Optional.empty()));
    }

    @Test
    void refusesAnEndThatIsNotInTheFuture() {
        assertEquals(
                new BindingVerdict.Refused(400, "EXPIRES_AT_INVALID"),
                BindingVectorTests.verifier(permanent, END).verify(good, place));
        assertEquals(
                new BindingVerdict.Bound(permanent.id(), END),
                BindingVectorTests.verifier(permanent, END - 1).verify(good, place));
    }

    @Test
    void takesTheEarlierEnd() {
        AuthKey shorter = AuthKey.temporary(new byte[256], temporary.id(), END - 50);
        BindingPlace where = new BindingPlace(shorter, session, MSG_ID, Optional.empty());
        assertEquals(new BindingVerdict.Bound(permanent.id(), END - 50), verify(good, where));
        AuthKey longer = AuthKey.temporary(new byte[256], temporary.id(), END + 50);
        BindingPlace other = new BindingPlace(longer, session, MSG_ID, Optional.empty());
        assertEquals(new BindingVerdict.Bound(permanent.id(), END), verify(good, other));
    }

    @Test
    void refusesAKeyThatIsBoundToAnother() {
        BindingPlace bound = new BindingPlace(temporary, session, MSG_ID, Optional.of(new AuthKeyId(5)));
        assertRefused("TEMP_AUTH_KEY_ALREADY_BOUND", good, bound);
    }

    @Test
    void aClientBindsATemporaryKeyToAPermanentOneOnly() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TempKeyBinding.request(crypto, temporary, temporary, session, MSG_ID, random));
        assertThrows(
                IllegalArgumentException.class,
                () -> TempKeyBinding.request(crypto, permanent, permanent, session, MSG_ID, random));
    }
}
