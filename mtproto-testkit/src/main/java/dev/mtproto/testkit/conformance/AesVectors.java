package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.crypto.AesCtr;
import dev.mtproto.crypto.Crypto;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of AES-256-IGE and AES-256-CTR. */
final class AesVectors {

    private AesVectors() {}

    static Stream<DynamicTest> ige(Crypto crypto) {
        return Vectors.tests("aes_ige", vector -> {
            byte[] key = vector.in("key_hex");
            byte[] iv = vector.in("iv_hex");
            byte[] plaintext = Generator.plaintext(vector);
            byte[] data = plaintext.clone();
            crypto.newAesIge().encrypt(key, iv, data, 0, data.length);
            assertCiphertext(crypto, vector, data);
            crypto.newAesIge().decrypt(key, iv, data, 0, data.length);
            assertArrayEquals(plaintext, data);
        });
    }

    static Stream<DynamicTest> ctr(Crypto crypto) {
        return Vectors.tests("aes_ctr", vector -> {
            if (vector.takes("chunks_hex")) {
                chunks(crypto, vector);
                return;
            }
            byte[] data = Generator.plaintext(vector);
            stream(crypto, vector).apply(data, 0, data.length);
            assertCiphertext(crypto, vector, data);
        });
    }

    private static void chunks(Crypto crypto, Vector vector) {
        AesCtr stream = stream(crypto, vector);
        JsonNode in = vector.inputs().required("chunks_hex");
        JsonNode out = vector.outputs().required("chunks_hex");
        assertEquals(in.size(), out.size());
        for (int i = 0; i < in.size(); i++) {
            byte[] chunk = HexFormat.of().parseHex(in.get(i).asText());
            stream.apply(chunk, 0, chunk.length);
            assertEquals(out.get(i).asText(), HexFormat.of().formatHex(chunk), "chunk " + i);
        }
    }

    private static AesCtr stream(Crypto crypto, Vector vector) {
        return crypto.newAesCtr(vector.in("key_hex"), vector.in("iv_hex"));
    }

    private static void assertCiphertext(Crypto crypto, Vector vector, byte[] ciphertext) {
        boolean compared = false;
        if (vector.gives("ciphertext_hex")) {
            assertArrayEquals(vector.out("ciphertext_hex"), ciphertext);
            compared = true;
        }
        if (vector.gives("ciphertext_sha256_hex")) {
            assertArrayEquals(vector.out("ciphertext_sha256_hex"), Hash.of(crypto.newSha256(), ciphertext));
            compared = true;
        }
        if (vector.gives("ciphertext_crc32")) {
            CRC32 crc = new CRC32();
            crc.update(ciphertext);
            assertEquals(vector.outputs().required("ciphertext_crc32").asText(), String.valueOf(crc.getValue()));
            compared = true;
        }
        if (!compared) {
            throw vector.unknownForm();
        }
    }
}
