package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.test.Fields;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RSA_PAD, and the raw operation below it. */
class RsaPadVectorTests {

    private static final Crypto CRYPTO = TestServer.CRYPTO;

    static List<VectorEntry> entries() {
        return Vectors.file("rsa_pad");
    }

    static Stream<HandshakeVector> handshakes() {
        return HandshakeVector.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    @Tag("H7")
    void givesTheBytesOfTheVector(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        var key = new RsaPublicKey(new BigInteger(1, in.hex("modulus_hex")), in.bigInteger("exponent"));
        if (out.has("encrypted_data_hex")) {
            byte[] effective = out.hex("effective_temp_key_hex");
            byte[][] tempKeys = TempKeys.draws(in.hex("temp_key_hex"), effective, out.integer("retries"));
            var random = new ScriptedRandom(in.hex("padding_hex"), TempKeys.join(tempKeys));
            assertArrayEquals(out.hex("encrypted_data_hex"), RsaPad.encrypt(in.hex("data_hex"), key, CRYPTO, random));
            random.assertUsedUp();
            return;
        }
        byte[] block = in.hex(in.has("message_hex") ? "message_hex" : "data_hex");
        byte[] result = CRYPTO.rsaPublic(key, block);
        assertArrayEquals(out.hex("result_hex"), result);
        if (out.has("sha256_of_result_hex")) {
            var sha256 = CRYPTO.newSha256();
            sha256.update(result);
            assertArrayEquals(out.hex("sha256_of_result_hex"), sha256.digest());
        }
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    @Tag("S5")
    void isUndoneByTheHolderOfThePrivateKey(HandshakeVector vector) {
        Fields pad = vector.fields().object("step4_rsa_pad");
        byte[] block = CRYPTO.rsaPrivate(TestServer.KEY, pad.hex("encrypted_data"));
        assertArrayEquals(pad.hex("data_with_padding"), RsaPad.open(block, CRYPTO));
        assertFalse(vector.rsaAttempts().isEmpty());
    }
}
