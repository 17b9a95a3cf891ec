package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.ResPQ;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The historic messages of the vectors: req_pq, and server_DH_params_fail. */
class LegacyVectorTests {

    private final PacketBuffer out = new PacketBuffer();

    static Stream<HandshakeVector> vectors() {
        return HandshakeVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theServerTakesReqPq(HandshakeVector vector) {
        var exchange = new ServerExchange(
                TestServer.options().build(),
                TestServer.CRYPTO,
                TestServer.CRYPTO.random(),
                FakeClock.at(1),
                (key, salt) -> true);
        byte[] query = Packets.of(vector.fields().object("step1_req_pq_legacy").hex("body"));
        exchange.receive(query, 0, query.length, out);
        byte[] body = Packets.body(Packets.of(out));
        assertArrayEquals(
                vector.parameters().hex("nonce"),
                ResPQ.read(new TlReader(body, 0, body.length)).nonce().toByteArray());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @Tag("H20")
    void theClientKnowsAGenuineRefusal(HandshakeVector vector) {
        var exchange = new ClientKeyExchange(
                vector.request(), TestServer.CRYPTO, new ScriptedRandom(vector.clientRandom()), FakeClock.at(1));
        byte[] resPq = vector.fields().object("step2_resPQ").hex("wire");
        exchange.receive(resPq, 0, resPq.length, out);
        Fields refusal = vector.fields().object("step6_alt_server_DH_params_fail");
        byte[] packet = Packets.of(refusal.hex("body"));
        var failure = assertBroken(Check.H20, () -> exchange.receive(packet, 0, packet.length, out));
        assertTrue(failure.getMessage().contains("refuses"), failure.getMessage());
    }
}
