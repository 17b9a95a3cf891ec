package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.test.Fields;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import dev.mtproto.tl.TlReader;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client's steps against exchanges that other implementations recorded. */
class HandshakeFlowVectorTests {

    static List<VectorEntry> entries() {
        return Vectors.file("handshake_flow");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void sendsTheRecordedQueries(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        Fields inner = out.object("intermediate");
        DecryptedInner data = innerData(inner.hex("p_q_inner_data_hex"));
        InnerForm form = data.dc().isPresent() ? InnerForm.WITH_DC : InnerForm.UNTAGGED;
        var key = new RsaPublicKey(
                new BigInteger(1, in.hex("server_key_modulus_hex")), in.bigInteger("server_key_exponent"));
        var request = new ExchangeRequest(ServerKeys.of(key), data.dc().orElse(0), data.expiresIn());
        AwaitingResPQ first = ClientExchange.start(request, TestServer.CRYPTO, random(in, inner), form);
        assertArrayEquals(out.hex("step1_request_hex"), Outcome.bytes(first.query()));
        byte[] resPq = in.hex("step1_response_hex");
        AwaitingDHParams second = first.receive(resPq, 0, resPq.length);
        assertEquals(in.decimal("server_key_fingerprint"), second.query().publicKeyFingerprint());
        assertArrayEquals(out.hex("step2_request_hex"), Outcome.bytes(second.query()));
        byte[] dhParams = in.hex("step2_response_hex");
        AwaitingVerdict third = second.receive(dhParams, 0, dhParams.length, in.decimal("step3_now"));
        assertArrayEquals(out.hex("step3_request_hex"), Outcome.bytes(third.query()));
        byte[] verdict = in.hex("step3_response_hex");
        var created = assertInstanceOf(Verdict.Created.class, third.receive(verdict, 0, verdict.length));
        assertResult(out, created.result());
    }

    private static void assertResult(Fields out, ExchangeResult result) {
        byte[] value = new byte[256];
        result.key().copyTo(value, 0);
        assertArrayEquals(out.hex("auth_key_hex"), value);
        assertEquals(out.wireLong("auth_key_id_hex"), result.key().id().value());
        assertEquals(out.decimal("first_salt"), result.firstSalt().value());
        assertEquals(out.decimal("time_offset"), result.timeOffsetSeconds());
    }

    private static DecryptedInner innerData(byte[] bytes) {
        return DecryptedInner.read(new TlReader(bytes, 0, bytes.length));
    }

    /** The recorded draws; where the recorded client went on counting from a temp_key, ours draws the one it ended with. */
    private static ScriptedRandom random(Fields in, Fields inner) {
        byte[] step2 = in.hex("step2_random_hex");
        int data = inner.hex("p_q_inner_data_hex").length;
        byte[][] tempKeys = TempKeys.draws(
                Arrays.copyOfRange(step2, step2.length - 32, step2.length),
                inner.hex("rsa_pad_effective_temp_key_hex"),
                inner.integer("rsa_pad_retries"));
        return new ScriptedRandom(
                in.hex("step1_random_hex"),
                Arrays.copyOf(step2, 32 + 192 - data),
                TempKeys.join(tempKeys),
                in.hex("step3_random_hex"));
    }
}
