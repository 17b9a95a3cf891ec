package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.SessionException;
import dev.mtproto.crypto.Digest;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of gzip_packed. */
class GzipVectorTests {

    private static final int LIMIT = SessionLimits.DEFAULT.gzipOutput();

    static List<VectorEntry> entries() {
        return Vectors.file("gzip_packed");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void unpacks(VectorEntry entry) {
        Fields inputs = entry.inputs();
        Fields outputs = entry.outputs();
        boolean any = false;
        if (inputs.has("rpc_result_hex")) {
            byte[] body = inputs.hex("rpc_result_hex");
            assertEquals(outputs.decimal("req_msg_id"), RpcResults.requestId(body, 0, body.length));
            assertContent(outputs, Gzip.unpack(body, 12, body.length - 12, LIMIT));
            any = true;
        }
        for (String name : List.of("gzip_hex", "zlib_hex")) {
            if (inputs.has(name)) {
                byte[] body = Bodies.packed(inputs.hex(name));
                assertContent(outputs, Gzip.unpack(body, 0, body.length, LIMIT));
                any = true;
            }
        }
        if (inputs.has("decompressed_generator")) {
            byte[] body = Bodies.gzip(new byte[inputs.integer("decompressed_len")]);
            assertTrue(outputs.text("expected").startsWith("reject"));
            assertThrows(SessionException.class, () -> Gzip.unpack(body, 0, body.length, LIMIT));
            any = true;
        }
        assertTrue(any, "an entry that is not understood");
    }

    private static void assertContent(Fields outputs, byte[] content) {
        if (outputs.has("decompressed_hex")) {
            assertEquals(outputs.text("decompressed_hex"), Hex.of(content));
        }
        if (outputs.has("decompressed_len")) {
            assertEquals(outputs.integer("decompressed_len"), content.length);
        }
        if (outputs.has("decompressed_sha256_hex")) {
            Digest sha256 = Pair.CRYPTO.newSha256();
            sha256.update(content);
            assertEquals(outputs.text("decompressed_sha256_hex"), Hex.of(sha256.digest()));
        }
    }
}
