package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server against every key exchange of the vectors, byte for byte, headers included. */
class ServerHandshakeVectorTests {

    private final PacketBuffer out = new PacketBuffer();

    @ParameterizedTest
    @MethodSource("dev.mtproto.session.exchange.HandshakeVector#all")
    void answersWithTheBytesOfTheVector(HandshakeVector vector) {
        ScriptedRandom random = new ScriptedRandom(vector.serverRandom());
        var exchange = new ServerExchange(
                options(vector),
                TestServer.CRYPTO,
                random,
                FakeClock.at(vector.parameters().decimal("server_time")),
                registry(vector),
                ids(vector)::remove);
        ServerReply answer = new ServerReply.Answer();
        send(exchange, vector.fields().object("step1_req_pq_multi").hex("wire"), answer);
        assertArrayEquals(vector.fields().object("step2_resPQ").hex("wire"), Packets.of(out));
        send(exchange, vector.fields().object("step5_req_DH_params").hex("wire"), answer);
        assertArrayEquals(vector.fields().object("step6_server_DH_params_ok").hex("wire"), Packets.of(out));
        for (Fields attempt : vector.attempts()) {
            byte[] query = attempt.object("set_client_DH_params").hex("wire");
            ServerReply reply = exchange.receive(query, 0, query.length, out);
            assertArrayEquals(attempt.hex("answer_wire"), Packets.of(out));
            if (attempt.text("answer").equals("dh_gen_ok")) {
                assertResult(vector, (ServerReply.KeyCreated) reply);
            } else {
                assertEquals(answer, reply);
            }
        }
        random.assertUsedUp();
    }

    private void send(ServerExchange exchange, byte[] query, ServerReply expected) {
        assertEquals(expected, exchange.receive(query, 0, query.length, out));
    }

    private static void assertResult(HandshakeVector vector, ServerReply.KeyCreated created) {
        Fields expected = vector.fields().object("result");
        byte[] key = new byte[256];
        created.key().copyTo(key, 0);
        assertArrayEquals(expected.hex("auth_key"), key);
        assertEquals(expected.wireLong("auth_key_id"), created.key().id().value());
        assertEquals(expected.wireLong("server_salt"), created.firstSalt().value());
        assertEquals(vector.expiresIn().isPresent(), created.key().expiresAt().isPresent());
    }

    private static ServerExchangeOptions options(HandshakeVector vector) {
        List<Fingerprint> announced = new ArrayList<>();
        vector.fields()
                .object("step2_resPQ")
                .get("fingerprints")
                .forEach(node -> announced.add(new Fingerprint(Hex.littleEndian(node.asText()))));
        return ServerExchangeOptions.builder()
                .keys(TestServer.KEY)
                .announced(announced.toArray(Fingerprint[]::new))
                .dcs(vector.dc())
                .build();
    }

    /** Gives the verdicts of the vector, whatever the keys. */
    private static AuthKeyRegistry registry(HandshakeVector vector) {
        Deque<String> verdicts = new ArrayDeque<>();
        vector.attempts().forEach(attempt -> verdicts.add(attempt.text("answer")));
        return new AuthKeyRegistry() {
            @Override
            public boolean admits(AuthKey key) {
                return !verdicts.element().equals("dh_gen_fail");
            }

            @Override
            public boolean add(AuthKey key, Salt firstSalt) {
                return verdicts.remove().equals("dh_gen_ok");
            }
        };
    }

    private static Deque<Long> ids(HandshakeVector vector) {
        Deque<Long> ids = new ArrayDeque<>();
        ids.add(vector.fields().object("step2_resPQ").wireLong("msg_id"));
        ids.add(vector.fields().object("step6_server_DH_params_ok").wireLong("msg_id"));
        vector.attempts().forEach(attempt -> ids.add(attempt.wireLong("answer_msg_id")));
        return ids;
    }
}
