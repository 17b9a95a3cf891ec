package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.Fingerprint;
import dev.mtproto.test.Fields;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RsaFingerprintVectorTests {

    static List<VectorEntry> entries() {
        return Vectors.file("rsa_fingerprint");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isTheOneOfTheVector(VectorEntry entry) {
        Fields in = entry.inputs();
        Fingerprint fingerprint =
                Fingerprints.of(new BigInteger(1, in.hex("modulus_hex")), in.bigInteger("exponent"), TestServer.CRYPTO);
        assertEquals(entry.outputs().decimal("fingerprint_int64"), fingerprint.value());
        assertEquals(entry.outputs().text("fingerprint_bytes_le_hex"), fingerprint.toString());
    }
}
