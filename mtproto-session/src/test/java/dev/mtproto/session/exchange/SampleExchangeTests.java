package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.test.Vectors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client against the official sample. Its temp_key is not published, so that encrypted_data alone cannot be compared. */
class SampleExchangeTests {

    private static final Fields SAMPLE = Vectors.object("telegram-auth-key-sample");
    private static final int ENCRYPTED_DATA = 256;

    private final PacketBuffer out = new PacketBuffer();

    @Test
    void reproducesTheSampleWithTelegramsOwnKey() {
        try (var exchange = new ClientKeyExchange(
                ExchangeRequest.permanent(ServerKeys.telegram(), SAMPLE.integer("dc")),
                TestServer.CRYPTO,
                random(),
                FakeClock.at(SAMPLE.decimal("server_time")),
                InnerForm.WITH_DC,
                ids()::remove)) {
            exchange.start(out);
            assertArrayEquals(wire("req_pq_multi"), Packets.of(out));
            receive(exchange, "resPQ");
            byte[] expected = wire("req_DH_params");
            byte[] sent = Packets.of(out);
            int compared = expected.length - ENCRYPTED_DATA;
            assertEquals(expected.length, sent.length);
            assertArrayEquals(Arrays.copyOf(expected, compared), Arrays.copyOf(sent, compared));
            receive(exchange, "server_DH_params_ok");
            assertArrayEquals(wire("set_client_DH_params"), Packets.of(out));
            receive(exchange, "dh_gen_ok");
            assertResult(exchange.result());
        }
    }

    private static void assertResult(ExchangeResult result) {
        byte[] key = new byte[256];
        result.key().copyTo(key, 0);
        assertArrayEquals(SAMPLE.hex("auth_key"), key);
        assertEquals(SAMPLE.wireLong("auth_key_id_computed"), result.key().id().value());
        assertEquals(SAMPLE.wireLong("server_salt_computed"), result.firstSalt().value());
        assertEquals(0, result.timeOffsetSeconds());
    }

    /** Gives what the sample shows, in order, and any temp_key in between. */
    private static RandomSource random() {
        Deque<byte[]> known = new ArrayDeque<>(List.of(
                SAMPLE.hex("nonce"),
                SAMPLE.hex("new_nonce"),
                SAMPLE.hex("random_padding_bytes"),
                SAMPLE.hex("b"),
                SAMPLE.hex("client_padding")));
        RandomSource tempKeys = new SeededRandom(1);
        return (target, offset, length) -> {
            if (length == 32 && known.size() == 2) {
                tempKeys.nextBytes(target, offset, length);
            } else {
                byte[] next = known.remove();
                assertEquals(next.length, length);
                System.arraycopy(next, 0, target, offset, length);
            }
        };
    }

    private static Deque<Long> ids() {
        Deque<Long> ids = new ArrayDeque<>();
        for (String name : List.of("req_pq_multi", "req_DH_params", "set_client_DH_params")) {
            ids.add(ByteBuffer.wrap(wire(name)).order(ByteOrder.LITTLE_ENDIAN).getLong(8));
        }
        return ids;
    }

    private void receive(ClientKeyExchange exchange, String name) {
        exchange.receive(wire(name), 0, wire(name).length, out);
    }

    private static byte[] wire(String name) {
        return SAMPLE.object("wires").hex(name);
    }
}
