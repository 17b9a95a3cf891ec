package dev.mtproto.transport.obfuscation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of {@code obfuscated2.json}, and every stream of {@code e2e.json}. */
class ObfuscationVectorTests {

    static Stream<VectorEntry> entries() {
        return Vectors.file("obfuscated2").stream();
    }

    static Stream<Fields> streams() {
        Fields all = Vectors.object("e2e").object("obfuscated2");
        return all.names().stream().map(all::object);
    }

    @ParameterizedTest
    @Tag("T8")
    @MethodSource("entries")
    void entryHolds(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        if (in.has("random_init_hex")) {
            headerAndStreams(in, out);
        } else if (in.has("first_bytes_hex")) {
            for (JsonNode first : in.get("first_bytes_hex")) {
                beginningIsAvoided(Hex.bytes(first.asText()));
            }
        } else if (in.has("init_hex") && out.has("reversed_8_56_hex")) {
            ObfuscationKeys keys = ObfuscationKeys.of(in.hex("init_hex"), null, TestCrypto.JDK);
            assertEquals(out.text("reversed_8_56_hex"), Hex.of(keys.serverKey) + Hex.of(keys.serverIv));
        } else {
            fail("an entry of another form: " + in.names() + " " + out.names());
        }
    }

    private static void headerAndStreams(Fields in, Fields out) {
        byte[] random = in.hex("random_init_hex");
        Framing framing = framing(in.text("protocol_tag_hex"));
        String secretText = in.has("secret_hex") ? in.text("secret_hex") : "";
        ProxySecret secret = secretText.isEmpty() ? null : ProxySecret.parse(secretText);
        OptionalInt dc = in.has("dc_id") ? OptionalInt.of(in.integer("dc_id")) : OptionalInt.empty();
        byte[] header = random.clone();
        ObfuscationHeader.announce(header, framing, dc);
        ObfuscationKeys keys = ObfuscationKeys.of(header, secret, TestCrypto.JDK);
        assertEquals(out.text("tx_key_hex"), Hex.of(keys.clientKey));
        assertEquals(out.text("tx_iv_hex"), Hex.of(keys.clientIv));
        assertEquals(out.text("rx_key_hex"), Hex.of(keys.serverKey));
        assertEquals(out.text("rx_iv_hex"), Hex.of(keys.serverIv));
        Obfuscation client = client(framing, dc, secret, random);
        StringBuilder expected = new StringBuilder(out.text("header_hex"));
        Sent sent = new Sent();
        client.encode(new byte[0], 0, 0, sent);
        if (in.has("tx_plain_chunks_hex")) {
            for (byte[] chunk : chunks(in.get("tx_plain_chunks_hex"))) {
                client.encode(chunk, 0, chunk.length, sent);
            }
            out.get("tx_cipher_chunks_hex").forEach(chunk -> expected.append(chunk.asText()));
        }
        assertEquals(expected.toString(), sent.hex());
        if (in.has("rx_cipher_chunks_hex")) {
            Sent received = new Sent();
            for (byte[] chunk : chunks(in.get("rx_cipher_chunks_hex"))) {
                client.decode(chunk, 0, chunk.length, received);
            }
            StringBuilder plain = new StringBuilder();
            out.get("rx_plain_chunks_hex").forEach(chunk -> plain.append(chunk.asText()));
            assertEquals(plain.toString(), received.hex());
        }
    }

    private static void beginningIsAvoided(byte[] beginning) {
        byte[] forbidden = Arrays.copyOf(beginning, 64);
        Arrays.fill(forbidden, beginning.length, 64, (byte) 0x31);
        byte[] good = Hex.bytes("31".repeat(64));
        ScriptedRandom random = new ScriptedRandom(forbidden, good);
        assertArrayEquals(good, ObfuscationHeader.draw(random, false));
        random.assertUsedUp();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void streamHolds(Fields stream) {
        ProxySecret secret = stream.has("secret") ? ProxySecret.parse(stream.text("secret")) : null;
        OptionalInt dc = stream.has("dc") ? OptionalInt.of(stream.integer("dc")) : OptionalInt.empty();
        byte[] plain = stream.hex("client_frames_plain");
        byte[] answer = stream.hex("server_frames_plain");
        byte[] wire = stream.hex("client_stream");
        Framing framing = framing(stream.text("init_payload").substring(112, 120));
        Obfuscation client = client(framing, dc, secret, stream.hex("random_64"));
        Sent sent = new Sent();
        client.encode(plain.clone(), 0, plain.length, sent);
        assertEquals(stream.text("client_stream"), sent.hex());
        assertEquals(stream.text("header_on_wire") + stream.text("client_frames_cipher"), sent.hex());

        Obfuscation server = server(wire, framing, dc, secret);
        Sent received = new Sent();
        server.decode(wire.clone(), 64, wire.length - 64, received);
        assertArrayEquals(plain, received.toByteArray());
        Sent back = new Sent();
        server.encode(answer.clone(), 0, answer.length, back);
        assertEquals(stream.text("server_frames_cipher"), back.hex());
        byte[] cipher = back.toByteArray();
        Sent end = new Sent();
        client.decode(cipher, 0, cipher.length, end);
        assertArrayEquals(answer, end.toByteArray());
    }

    private static Obfuscation client(Framing framing, OptionalInt dc, @Nullable ProxySecret secret, byte[] random) {
        ScriptedRandom script = new ScriptedRandom(random);
        return secret == null
                ? Obfuscation.direct(framing, dc, TestCrypto.JDK, script)
                : Obfuscation.throughProxy(framing, dc.orElseThrow(), secret, TestCrypto.JDK, script);
    }

    private static Obfuscation server(byte[] wire, Framing framing, OptionalInt dc, @Nullable ProxySecret secret) {
        List<ProxySecret> secrets = secret == null ? List.of() : List.of(secret);
        ObfuscationAcceptor acceptor = new ObfuscationAcceptor(secrets, secret == null, any -> true, TestCrypto.JDK);
        ObfuscationAcceptor.Result result = acceptor.accept(wire, 0);
        if (!(result instanceof ObfuscationAcceptor.Result.Accepted accepted)) {
            return fail("not accepted: " + result);
        }
        assertEquals(framing, accepted.framing());
        assertTrue(dc.isEmpty() || dc.getAsInt() == accepted.dc());
        assertEquals(secret, accepted.secret().orElse(null));
        return accepted.layer();
    }

    private static Framing framing(String tag) {
        return Arrays.stream(Framing.values())
                .filter(framing -> framing.tag().length > 0)
                .filter(framing -> tag.equals(Hex.of(framing.tag()).repeat(4 / framing.tag().length)))
                .findAny()
                .orElseThrow();
    }

    private static List<byte[]> chunks(JsonNode chunks) {
        List<byte[]> bytes = new ArrayList<>();
        chunks.forEach(chunk -> bytes.add(Hex.bytes(chunk.asText())));
        return bytes;
    }
}
