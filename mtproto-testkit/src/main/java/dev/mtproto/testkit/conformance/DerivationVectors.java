package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageKdf;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of what is derived by hashing: the keys of messages and of the key exchange, the ids of auth keys. */
final class DerivationVectors {

    private DerivationVectors() {}

    static Stream<DynamicTest> messageKeys(Crypto crypto, int version) {
        return Vectors.tests("kdf_v" + version, vector -> {
            if (vector.takes("data_hex") && vector.gives("msg_key_hex")) {
                byte[] sha1 = Hash.of(crypto.newSha1(), vector.in("data_hex"));
                assertArrayEquals(vector.out("msg_key_hex"), Arrays.copyOfRange(sha1, 4, 20));
                return;
            }
            byte[] key = new byte[32];
            byte[] iv = new byte[32];
            byte[] authKey = vector.in("auth_key_hex");
            byte[] msgKey = vector.in("msg_key_hex");
            int x = vector.inNumber("x");
            if (version == 1) {
                MessageKdf.v1(crypto.newSha1(), authKey, msgKey, 0, x, key, iv);
            } else {
                MessageKdf.v2(crypto.newSha256(), authKey, msgKey, 0, x, key, iv, new byte[MessageKdf.SCRATCH]);
            }
            assertArrayEquals(vector.out("aes_key_hex"), key);
            assertArrayEquals(vector.out("aes_iv_hex"), iv);
        });
    }

    static Stream<DynamicTest> nonces(Crypto crypto) {
        return Vectors.tests("nonce_kdf", vector -> {
            if (vector.takes("encrypted_answer_hex")) {
                answer(crypto, vector);
                return;
            }
            byte[] serverNonce = vector.in("server_nonce_hex");
            byte[] newNonce = vector.in("new_nonce_hex");
            byte[] newServer = Hash.of(crypto.newSha1(), newNonce, serverNonce);
            byte[] serverNew = Hash.of(crypto.newSha1(), serverNonce, newNonce);
            byte[] newNew = Hash.of(crypto.newSha1(), newNonce, newNonce);
            byte[] key = new byte[32];
            System.arraycopy(newServer, 0, key, 0, 20);
            System.arraycopy(serverNew, 0, key, 20, 12);
            byte[] iv = new byte[32];
            System.arraycopy(serverNew, 12, iv, 0, 8);
            System.arraycopy(newNew, 0, iv, 8, 20);
            System.arraycopy(newNonce, 0, iv, 28, 4);
            assertArrayEquals(vector.out("tmp_aes_key_hex"), key);
            assertArrayEquals(vector.out("tmp_aes_iv_hex"), iv);
        });
    }

    private static void answer(Crypto crypto, Vector vector) {
        byte[] data = vector.in("encrypted_answer_hex");
        crypto.newAesIge().decrypt(vector.in("tmp_aes_key_hex"), vector.in("tmp_aes_iv_hex"), data, 0, data.length);
        byte[] answer = vector.out("answer_hex");
        assertArrayEquals(answer, Arrays.copyOfRange(data, 20, 20 + answer.length));
        assertArrayEquals(Arrays.copyOf(data, 20), Hash.of(crypto.newSha1(), answer));
    }

    static Stream<DynamicTest> authKeys(Crypto crypto) {
        return Vectors.tests("auth_key", vector -> {
            byte[] hash = Hash.of(crypto.newSha1(), vector.in("auth_key_hex"));
            if (vector.gives("auth_key_id_hex")) {
                assertArrayEquals(vector.out("auth_key_id_hex"), Arrays.copyOfRange(hash, 12, 20));
                assertArrayEquals(vector.out("aux_hash_hex"), Arrays.copyOf(hash, 8));
                return;
            }
            byte[] number = {(byte) vector.inNumber("number")};
            byte[] proof = Hash.of(crypto.newSha1(), vector.in("new_nonce_hex"), number, Arrays.copyOf(hash, 8));
            assertArrayEquals(vector.out("new_nonce_hash_hex"), Arrays.copyOfRange(proof, 4, 20));
        });
    }
}
