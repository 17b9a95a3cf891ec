package dev.mtproto.transport.faketls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.StreamLayer;
import dev.mtproto.transport.Streams;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor;
import dev.mtproto.transport.support.BigEndian;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of {@code faketls.json}, and the whole conversations of {@code e2e.json}. */
class FakeTlsVectorTests {

    static Stream<VectorEntry> entries() {
        return Vectors.file("faketls").stream();
    }

    static Stream<Fields> conversations() {
        Fields all = Vectors.object("e2e");
        return new TreeSet<>(all.names())
                .stream().filter(name -> name.startsWith("fake_tls")).map(all::object);
    }

    @ParameterizedTest
    @Tag("T12")
    @MethodSource("entries")
    void entryHolds(VectorEntry entry) {
        Fields in = entry.inputs();
        byte[] answer = in.hex("packet_hex");
        byte[] key = in.hex("secret_hex");
        byte[] hello = helloWith(in.hex("client_random_hex"));
        FakeTlsClient client = new FakeTlsClient(hello, key.clone(), TestCrypto.JDK);
        if (!entry.outputs().text("expected").equals("accept")) {
            assertThrows(TransportException.class, () -> Handshakes.run(client, answer, List.of(answer.length)));
            return;
        }
        assertEquals(
                answer.length,
                Handshakes.run(client, answer, List.of(answer.length)).consumed());
        byte[] signed = answer.clone();
        Arrays.fill(signed, 11, 43, (byte) 0);
        ServerHello.sign(signed, in.hex("client_random_hex"), key, TestCrypto.JDK);
        assertEquals(entry.outputs().text("server_random_hex"), Hex.of(signed, 11, 32));
        assertEquals(entry.outputs().get("records").toString(), records(answer));
    }

    private static byte[] helloWith(byte[] clientRandom) {
        byte[] hello =
                BrowserHello.COMPACT.draw("example.com", new SeededRandom(1)).toByteArray();
        System.arraycopy(clientRandom, 0, hello, 11, 32);
        return hello;
    }

    private static String records(byte[] answer) {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < answer.length; i += 5 + BigEndian.read16(answer, i + 3)) {
            records.add("[\"" + answer[i] + "\",\"" + BigEndian.read16(answer, i + 3) + "\"]");
        }
        return "[" + String.join(",", records) + "]";
    }

    @ParameterizedTest
    @Tag("T11")
    @MethodSource("conversations")
    void theServerTakesTheHelloOnce(Fields fields) {
        ProxySecret secret = ProxySecret.parse(fields.text("secret"));
        byte[] hello = fields.hex("client_hello");
        FakeTlsAcceptor acceptor = new FakeTlsAcceptor(
                List.of(ProxySecret.plain(new byte[16]), secret),
                Duration.ofMinutes(10),
                new HelloMemory(),
                TestCrypto.JDK,
                new SeededRandom(4),
                FakeClock.at(fields.decimal("timestamp")));
        FakeTlsServer server = acceptor.newHandshake();
        Handshakes.Outcome outcome = Handshakes.run(server, hello, List.of(hello.length));
        assertEquals(secret, server.secret().orElseThrow());
        byte[] answer = Hex.bytes(outcome.sent());
        assertEquals(fields.text("session_id"), Hex.of(answer, 44, 32));
        FakeTlsClient client = new FakeTlsClient(hello, secret.key(), TestCrypto.JDK);
        assertEquals(answer.length, Handshakes.run(client, answer, List.of(100)).consumed());
        TransportException e = assertThrows(
                TransportException.class, () -> Handshakes.run(acceptor.newHandshake(), hello, List.of(hello.length)));
        assertEquals(Check.T11, e.check().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void theHellosAreSignedAsExpected(Fields fields) {
        ProxySecret secret = ProxySecret.parse(fields.text("secret"));
        byte[] zeroed = fields.hex("client_hello_zero_random");
        assertEquals(fields.text("hmac"), Hex.of(HmacSha256.of(TestCrypto.JDK, secret.key(), zeroed)));
        FakeTlsClient client = new FakeTlsClient(
                secret,
                (domain, random) -> ClientHello.of(zeroed),
                TestCrypto.JDK,
                new SeededRandom(1),
                FakeClock.at(fields.decimal("timestamp")));
        byte[] hello = client.start();
        assertEquals(fields.text("client_hello"), Hex.of(hello));
        assertEquals(fields.text("client_random"), Hex.of(hello, 11, 32));
        byte[] answer = fields.hex("server_hello_zero_random");
        ServerHello.sign(answer, fields.hex("client_random"), secret.key(), TestCrypto.JDK);
        assertEquals(fields.text("server_hello"), Hex.of(answer));
        assertEquals(fields.text("server_random"), Hex.of(answer, 11, 32));
    }

    @ParameterizedTest
    @Tag("T12")
    @MethodSource("conversations")
    void theClientTakesTheRightAnswerOnly(Fields fields) {
        byte[] key = fields.hex("key");
        byte[] hello = fields.hex("client_hello");
        byte[] answer = fields.hex("server_hello");
        FakeTlsClient client = new FakeTlsClient(hello, key.clone(), TestCrypto.JDK);
        assertEquals(answer.length, Handshakes.run(client, answer, List.of(7)).consumed());
        byte[] bad = fields.hex("bad_server_hello");
        FakeTlsClient other = new FakeTlsClient(hello, key.clone(), TestCrypto.JDK);
        TransportException e =
                assertThrows(TransportException.class, () -> Handshakes.run(other, bad, List.of(bad.length)));
        assertEquals(Check.T12, e.check().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void theStreamInsideOfTheRecordsHolds(Fields fields) {
        ProxySecret secret = ProxySecret.parse(fields.text("secret"));
        Fields stream = fields.object("obfuscated2");
        byte[] flight = fields.hex("client_first_flight_after_hello");
        byte[] records = fields.hex("server_records");
        byte[] plain = stream.hex("client_frames_plain");
        byte[] answer = stream.hex("server_frames_plain");
        byte[] init = stream.hex("init_payload");
        int dc = (short) (init[60] & 0xff | init[61] << 8);
        Obfuscation obfuscation = Obfuscation.throughProxy(
                Framing.PADDED_INTERMEDIATE, dc, secret, TestCrypto.JDK, new ScriptedRandom(stream.hex("random_64")));
        StreamLayer client = obfuscation.over(new TlsRecords(Role.CLIENT, BigEndian.read16(flight, 6 + 3)));
        Sent sent = new Sent();
        client.encode(plain.clone(), 0, plain.length, sent);
        assertEquals(Hex.of(flight), sent.hex());

        TlsRecords serverRecords = new TlsRecords(Role.SERVER, BigEndian.read16(records, 3));
        Sent inside = new Sent();
        Streams.feed(
                flight, 0, List.of(11), (array, offset, length) -> serverRecords.decode(array, offset, length, inside));
        assertEquals(stream.text("client_stream"), inside.hex());
        ObfuscationAcceptor acceptor = new ObfuscationAcceptor(List.of(secret), false, any -> true, TestCrypto.JDK);
        ObfuscationAcceptor.Result.Accepted accepted = assertInstanceOf(
                ObfuscationAcceptor.Result.Accepted.class, acceptor.acceptInside(secret, inside.toByteArray(), 0));
        StreamLayer server = accepted.layer().over(serverRecords);
        Sent back = new Sent();
        server.encode(answer.clone(), 0, answer.length, back);
        assertEquals(Hex.of(records), back.hex());
        Sent end = new Sent();
        int cut = fields.has("server_records_split_at") ? fields.integer("server_records_split_at") : 1;
        Streams.feed(records, 0, List.of(cut), (array, offset, length) -> client.decode(array, offset, length, end));
        assertArrayEquals(answer, end.toByteArray());
    }

    /** Keeps the forms of the fields in view: a new one would have to be looked at. */
    @ParameterizedTest
    @MethodSource("conversations")
    void nothingInAConversationIsPassedOver(Fields fields) {
        List<String> known = List.of(
                "secret",
                "secret_base64url",
                "key",
                "domain",
                "timestamp",
                "client_hello_zero_random",
                "hmac",
                "client_random",
                "client_hello",
                "session_id",
                "server_hello_zero_random",
                "server_hmac_input",
                "server_random",
                "server_hello",
                "obfuscated2",
                "client_first_flight_after_hello",
                "server_records",
                "server_records_split_at",
                "replay_note",
                "bad_server_hello");
        for (String name : fields.names()) {
            JsonNode field = fields.get(name);
            assertEquals(true, known.contains(name), name + " " + field.getNodeType());
        }
    }
}
