package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.ScriptedRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against every key exchange of the vectors, byte for byte, headers included. */
class ClientHandshakeVectorTests {

    private static final int LAG = 17;

    private final PacketBuffer out = new PacketBuffer();

    @ParameterizedTest
    @MethodSource("dev.mtproto.session.exchange.HandshakeVector#all")
    @Tag("H16")
    @Tag("H17")
    @Tag("H19")
    void sendsTheBytesOfTheVector(HandshakeVector vector) {
        run(vector, "wire");
    }

    @ParameterizedTest
    @MethodSource("dev.mtproto.session.exchange.HandshakeVector#all")
    void ignoresWhatStandsBehindResPq(HandshakeVector vector) {
        run(vector, "wire_with_random_tail");
    }

    private void run(HandshakeVector vector, String resPq) {
        ScriptedRandom random = new ScriptedRandom(vector.clientRandom());
        FakeClock clock = FakeClock.at(vector.parameters().decimal("server_time") - LAG);
        try (var exchange = new ClientKeyExchange(
                vector.request(), TestServer.CRYPTO, random, clock, InnerForm.WITH_DC, ids(vector)::remove)) {
            exchange.start(out);
            expect(vector.fields().object("step1_req_pq_multi").hex("wire"));
            receive(exchange, vector.fields().object("step2_resPQ").hex(resPq), ClientKeyExchange.Step.SEND);
            expect(vector.fields().object("step5_req_DH_params").hex("wire"));
            receive(
                    exchange,
                    vector.fields().object("step6_server_DH_params_ok").hex("wire"),
                    ClientKeyExchange.Step.SEND);
            verdicts(exchange, vector);
        }
        random.assertUsedUp();
    }

    private void verdicts(ClientKeyExchange exchange, HandshakeVector vector) {
        List<Fields> attempts = vector.attempts();
        for (int i = 0; i < attempts.size(); i++) {
            Fields attempt = attempts.get(i);
            expect(attempt.object("set_client_DH_params").hex("wire"));
            byte[] answer = attempt.hex("answer_wire");
            boolean last = i == attempts.size() - 1;
            if (last && vector.failed()) {
                var failure = assertThrows(KeyExchangeException.class, () -> receive(exchange, answer, null));
                assertEquals(Check.H17, failure.check().orElseThrow());
                assertThrows(IllegalStateException.class, exchange::result);
            } else {
                receive(exchange, answer, last ? ClientKeyExchange.Step.DONE : ClientKeyExchange.Step.SEND);
            }
        }
        if (!vector.failed()) {
            assertResult(vector, exchange.result());
        }
    }

    private static void assertResult(HandshakeVector vector, ExchangeResult result) {
        Fields expected = vector.fields().object("result");
        byte[] key = new byte[256];
        result.key().copyTo(key, 0);
        assertArrayEquals(expected.hex("auth_key"), key);
        assertEquals(expected.wireLong("auth_key_id"), result.key().id().value());
        assertEquals(expected.wireLong("server_salt"), result.firstSalt().value());
        assertEquals(LAG, result.timeOffsetSeconds());
        assertEquals(vector.expiresIn().isPresent(), result.key().expiresAt().isPresent());
        vector.expiresIn()
                .ifPresent(life -> assertEquals(
                        vector.parameters().decimal("server_time") + life,
                        result.key().expiresAt().getAsLong()));
    }

    private static Deque<Long> ids(HandshakeVector vector) {
        Deque<Long> ids = new ArrayDeque<>();
        ids.add(vector.fields().object("step1_req_pq_multi").wireLong("msg_id"));
        ids.add(vector.fields().object("step5_req_DH_params").wireLong("msg_id"));
        vector.attempts()
                .forEach(attempt ->
                        ids.add(attempt.object("set_client_DH_params").wireLong("msg_id")));
        return ids;
    }

    private void receive(ClientKeyExchange exchange, byte[] packet, ClientKeyExchange.Step expected) {
        assertEquals(expected, exchange.receive(packet, 0, packet.length, out));
    }

    private void expect(byte[] wire) {
        assertArrayEquals(wire, Packets.of(out));
    }
}
