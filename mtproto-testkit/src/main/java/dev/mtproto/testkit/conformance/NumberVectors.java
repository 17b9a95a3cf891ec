package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RsaPem;
import dev.mtproto.crypto.RsaPublicKey;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of Diffie-Hellman, of primality and of RSA. */
final class NumberVectors {

    private NumberVectors() {}

    static Stream<DynamicTest> diffieHellman(Crypto crypto) {
        return Vectors.tests("dh", vector -> {
            if (vector.takes("g", "g_a_hex", "b_hex")) {
                byte[] prime = vector.in("dh_prime_hex");
                byte[] b = vector.in("b_hex");
                byte[] g = vector.inInteger("g").toByteArray();
                assertArrayEquals(vector.out("g_b_hex"), crypto.modPow(g, b, prime));
                assertArrayEquals(vector.out("g_ab_hex"), crypto.modPow(vector.in("g_a_hex"), b, prime));
            } else if (vector.gives("safe_prime")) {
                BigInteger prime = new BigInteger(1, vector.in("dh_prime_hex"));
                assertEquals(vector.outputs().required("safe_prime").asBoolean(), isSafePrime(crypto, prime));
            } else if (vector.takes("checkPrime")) {
                vector.inputs().required("checkPrime").properties().forEach(entry -> primality(crypto, entry));
            } else if (!vector.takes("cases")) {
                // cases of g and p alone are rules of the key exchange
                throw vector.unknownForm();
            }
        });
    }

    private static boolean isSafePrime(Crypto crypto, BigInteger number) {
        return crypto.isProbablePrime(number) && crypto.isProbablePrime(number.shiftRight(1));
    }

    private static void primality(Crypto crypto, Map.Entry<String, JsonNode> entry) {
        BigInteger number = new BigInteger(entry.getKey());
        String verdict = entry.getValue().asText();
        assertEquals(verdict.equals("ok"), isSafePrime(crypto, number), number.toString());
        assertEquals(!verdict.equals("not prime"), crypto.isProbablePrime(number), number.toString());
    }

    static Stream<DynamicTest> rsa(Crypto crypto) {
        return Vectors.tests("rsa_pad", vector -> {
            RsaPublicKey key =
                    new RsaPublicKey(new BigInteger(1, vector.in("modulus_hex")), vector.inInteger("exponent"));
            if (vector.takes("public_key_pem")) {
                assertEquals(
                        key,
                        RsaPem.readPublic(vector.inputs()
                                        .required("public_key_pem")
                                        .asText())
                                .get(0));
            }
            if (vector.gives("encrypted_data_hex")) {
                assertArrayEquals(vector.out("encrypted_data_hex"), crypto.rsaPublic(key, padded(crypto, vector)));
            } else if (vector.gives("result_hex")) {
                byte[] block = vector.in(vector.takes("message_hex") ? "message_hex" : "data_hex");
                byte[] result = crypto.rsaPublic(key, block);
                assertArrayEquals(vector.out("result_hex"), result);
                if (vector.gives("sha256_of_result_hex")) {
                    assertArrayEquals(vector.out("sha256_of_result_hex"), Hash.of(crypto.newSha256(), result));
                }
            } else {
                throw vector.unknownForm();
            }
        });
    }

    /** RSA_PAD, as far as it is made of primitives: the block that goes into the raw operation. */
    private static byte[] padded(Crypto crypto, Vector vector) {
        byte[] tempKey = vector.gives("effective_temp_key_hex")
                ? vector.out("effective_temp_key_hex")
                : vector.in("temp_key_hex");
        byte[] data = vector.in("data_hex");
        byte[] padding = vector.in("padding_hex");
        byte[] block = new byte[256];
        byte[] withHash = new byte[224];
        for (int i = 0; i < 192; i++) {
            withHash[191 - i] = i < data.length ? data[i] : padding[i - data.length];
        }
        byte[] hash = Hash.of(crypto.newSha256(), tempKey, data, padding);
        System.arraycopy(hash, 0, withHash, 192, 32);
        crypto.newAesIge().encrypt(tempKey, new byte[32], withHash, 0, withHash.length);
        byte[] mask = Hash.of(crypto.newSha256(), withHash);
        for (int i = 0; i < 32; i++) {
            block[i] = (byte) (tempKey[i] ^ mask[i]);
        }
        System.arraycopy(withHash, 0, block, 32, withHash.length);
        return block;
    }
}
