package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mtproto.crypto.Crypto;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The vectors of SHA-1 and SHA-256, and of HMAC as a use of the latter. The entries of CRC-32 in the file are no crypto. */
final class HashVectors {

    private static final int HMAC_BLOCK = 64;

    private HashVectors() {}

    static Stream<DynamicTest> all(Crypto crypto) {
        return Vectors.tests("hashes", vector -> {
            boolean known = vector.gives("crc32");
            if (vector.gives("sha1_hex")) {
                assertArrayEquals(vector.out("sha1_hex"), Hash.of(crypto.newSha1(), vector.in("data_hex")));
                known = true;
            }
            if (vector.gives("sha256_hex")) {
                assertArrayEquals(vector.out("sha256_hex"), Hash.of(crypto.newSha256(), vector.in("data_hex")));
                known = true;
            }
            if (vector.gives("hmac_sha256_hex")) {
                assertArrayEquals(
                        vector.out("hmac_sha256_hex"), hmac(crypto, vector.in("key_hex"), vector.in("data_hex")));
                known = true;
            }
            if (!known) {
                throw vector.unknownForm();
            }
        });
    }

    private static byte[] hmac(Crypto crypto, byte[] key, byte[] data) {
        byte[] block = Arrays.copyOf(key.length > HMAC_BLOCK ? Hash.of(crypto.newSha256(), key) : key, HMAC_BLOCK);
        byte[] inner = Hash.of(crypto.newSha256(), mask(block, 0x36), data);
        return Hash.of(crypto.newSha256(), mask(block, 0x5c), inner);
    }

    private static byte[] mask(byte[] block, int value) {
        byte[] masked = block.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= (byte) value;
        }
        return masked;
    }
}
