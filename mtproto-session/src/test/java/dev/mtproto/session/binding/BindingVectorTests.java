package dev.mtproto.session.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageKdf;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BindAuthKeyInner;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of the binding, and those of the two key derivations. */
class BindingVectorTests {

    private static final Crypto CRYPTO = Cryptos.open();

    static List<VectorEntry> bindings() {
        return Vectors.file("bind_temp_auth_key");
    }

    static List<VectorEntry> firstDerivations() {
        return Vectors.file("kdf_v1");
    }

    static List<VectorEntry> secondDerivations() {
        return Vectors.file("kdf_v2");
    }

    @ParameterizedTest
    @MethodSource("bindings")
    void makesAndTakesTheMessage(VectorEntry entry) {
        Fields inputs = entry.inputs();
        Fields outputs = entry.outputs();
        AuthKey permanent = permanent(inputs.hex("perm_auth_key_hex"));
        assertEquals(outputs.text("perm_auth_key_id_hex"), permanent.id().toString());
        BindAuthKeyInner inner = new BindAuthKeyInner(
                inputs.decimal("nonce"),
                inputs.decimal("temp_auth_key_id"),
                permanent.id().value(),
                inputs.decimal("temp_session_id"),
                inputs.integer("expires_at"));
        TlWriter writer = new TlWriter();
        inner.writeTo(writer);
        assertEquals(outputs.text("inner_hex"), Hex.of(writer.toByteArray()));
        ScriptedRandom random = new ScriptedRandom(inputs.hex("random_prefix_hex"), inputs.hex("random_padding_hex"));
        long msgId = inputs.decimal("msg_id");
        byte[] message = TempKeyBinding.encryptedMessage(CRYPTO, permanent, inner, msgId, random);
        random.assertUsedUp();
        assertEquals(outputs.text("encrypted_message_hex"), Hex.of(message));
        assertEquals(outputs.text("msg_key_hex"), Hex.of(message, 8, 16));

        byte[] opened = message.clone();
        assertEquals(true, EncryptedMessage.open(new BindingCipher(CRYPTO), permanent, opened));
        assertEquals(outputs.text("plaintext_hex"), Hex.of(opened, EncryptedMessage.TEXT, 80));

        AuthKey temporary = AuthKey.temporary(
                new byte[256], new AuthKeyId(inner.tempAuthKeyId()), Integer.toUnsignedLong(inner.expiresAt()) + 9);
        AuthBindTempAuthKey request =
                new AuthBindTempAuthKey(inner.permAuthKeyId(), inner.nonce(), inner.expiresAt(), TlBytes.of(message));
        BindingVerdict verdict = verifier(permanent, inner.expiresAt() - 1L)
                .verify(
                        request,
                        new BindingPlace(temporary, new SessionId(inner.tempSessionId()), msgId, Optional.empty()));
        assertEquals(new BindingVerdict.Bound(permanent.id(), inner.expiresAt()), verdict);
    }

    @Test
    @Tag("P5")
    void makesTheRequestOfTheSession() {
        Fields e2e = Vectors.object("e2e");
        Fields bind = e2e.object("bind_temp_auth_key");
        Fields temporarySession = e2e.object("session_temporary");
        AuthKey permanent = permanent(e2e.object("session_permanent").hex("auth_key"));
        AuthKey temporary = AuthKey.temporary(
                temporarySession.hex("auth_key"),
                new AuthKeyId(temporarySession.wireLong("auth_key_id")),
                bind.decimal("expires_at"));
        SessionId session = new SessionId(bind.wireLong("temp_session_id"));
        long msgId = bind.wireLong("msg_id");
        ScriptedRandom random = new ScriptedRandom(bind.hex("nonce"), bind.hex("random_int128"), bind.hex("padding"));
        AuthBindTempAuthKey request = TempKeyBinding.request(CRYPTO, permanent, temporary, session, msgId, random);
        random.assertUsedUp();
        TlWriter writer = new TlWriter();
        request.writeTo(writer);
        assertEquals(bind.text("request_body"), Hex.of(writer.toByteArray()));
        assertEquals(
                bind.text("encrypted_message"),
                Hex.of(request.encryptedMessage().toByteArray()));

        BindingVerdict verdict = verifier(permanent, bind.decimal("expires_at") - 10)
                .verify(request, new BindingPlace(temporary, session, msgId, Optional.empty()));
        assertEquals(new BindingVerdict.Bound(permanent.id(), bind.decimal("expires_at")), verdict);
    }

    @ParameterizedTest
    @MethodSource("firstDerivations")
    void derivesAsTheFirstVersion(VectorEntry entry) {
        if (entry.inputs().has("data_hex")) {
            byte[] data = entry.inputs().hex("data_hex");
            byte[] msgKey = new byte[16];
            new BindingCipher(CRYPTO).msgKey(data, 0, data.length, msgKey, 0);
            assertEquals(entry.outputs().text("msg_key_hex"), Hex.of(msgKey));
            return;
        }
        byte[] key = new byte[32];
        byte[] iv = new byte[32];
        byte[] authKey = entry.inputs().hex("auth_key_hex");
        byte[] msgKey = entry.inputs().hex("msg_key_hex");
        MessageKdf.v1(CRYPTO.newSha1(), authKey, msgKey, 0, entry.inputs().integer("x"), key, iv);
        assertEquals(entry.outputs().text("aes_key_hex"), Hex.of(key));
        assertEquals(entry.outputs().text("aes_iv_hex"), Hex.of(iv));
    }

    @ParameterizedTest
    @MethodSource("secondDerivations")
    void derivesAsTheSecondVersion(VectorEntry entry) {
        byte[] key = new byte[32];
        byte[] iv = new byte[32];
        byte[] authKey = entry.inputs().hex("auth_key_hex");
        byte[] msgKey = entry.inputs().hex("msg_key_hex");
        MessageKdf.v2(
                CRYPTO.newSha256(),
                authKey,
                msgKey,
                0,
                entry.inputs().integer("x"),
                key,
                iv,
                new byte[MessageKdf.SCRATCH]);
        assertEquals(entry.outputs().text("aes_key_hex"), Hex.of(key));
        assertEquals(entry.outputs().text("aes_iv_hex"), Hex.of(iv));
    }

    static BindingVerifier verifier(AuthKey known, long unixSeconds) {
        return new BindingVerifier(
                CRYPTO, id -> id.equals(known.id()) ? Optional.of(known) : Optional.empty(), FakeClock.at(unixSeconds));
    }

    static AuthKey permanent(byte[] value) {
        Digest sha1 = CRYPTO.newSha1();
        sha1.update(value);
        byte[] hash = sha1.digest();
        return AuthKey.permanent(value, new AuthKeyId(new TlReader(hash, 12, 8).readLong()));
    }
}
