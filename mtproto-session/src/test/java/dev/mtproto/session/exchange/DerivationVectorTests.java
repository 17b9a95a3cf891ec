package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.test.Fields;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import dev.mtproto.tl.schema.ServerDHInnerData;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is derived from the nonces and from the key. */
class DerivationVectorTests {

    private static final Crypto CRYPTO = TestServer.CRYPTO;

    static List<VectorEntry> nonceKdf() {
        return Vectors.file("nonce_kdf");
    }

    static List<VectorEntry> authKey() {
        return Vectors.file("auth_key");
    }

    @ParameterizedTest
    @MethodSource("nonceKdf")
    void derivesTheTemporaryKeys(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        if (out.has("answer_hex")) {
            TemporaryKeys keys = new TemporaryKeys(in.hex("tmp_aes_key_hex"), in.hex("tmp_aes_iv_hex"));
            ServerDHInnerData answer = HashedText.open(
                    in.hex("encrypted_answer_hex"), keys, CRYPTO, ServerDHInnerData::read, Check.H8, Check.H9);
            assertArrayEquals(out.hex("answer_hex"), Outcome.bytes(answer));
            return;
        }
        TemporaryKeys keys = TemporaryKeys.derive(in.hex("new_nonce_hex"), in.hex("server_nonce_hex"), CRYPTO);
        assertArrayEquals(out.hex("tmp_aes_key_hex"), keys.key());
        assertArrayEquals(out.hex("tmp_aes_iv_hex"), keys.iv());
    }

    @ParameterizedTest
    @MethodSource("authKey")
    @Tag("H17")
    void derivesIdAndHashes(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        AuthKeyParts key = AuthKeyParts.of(in.hex("auth_key_hex"), CRYPTO);
        if (out.has("new_nonce_hash_hex")) {
            byte[] hash = NonceHash.of(in.hex("new_nonce_hex"), in.integer("number"), key.auxHash(), CRYPTO)
                    .toByteArray();
            assertArrayEquals(out.hex("new_nonce_hash_hex"), hash);
        } else {
            assertEquals(out.wireLong("auth_key_id_hex"), key.id().value());
            assertArrayEquals(out.hex("aux_hash_hex"), key.auxHash());
        }
    }
}
