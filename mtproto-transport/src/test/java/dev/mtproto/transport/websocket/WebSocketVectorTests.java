package dev.mtproto.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mtproto.api.Role;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.Vectors;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import dev.mtproto.transport.TestCrypto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The WebSocket conversation of {@code e2e.json}. */
class WebSocketVectorTests {

    private final Fields fields = Vectors.object("e2e").object("websocket");

    @Test
    void theUpgradeHolds() {
        byte[] request = fields.text("request_text").getBytes(StandardCharsets.US_ASCII);
        byte[] response = fields.text("response_text").getBytes(StandardCharsets.US_ASCII);
        String key = field("request_text", "Sec-WebSocket-Key");
        String path = fields.text("request_text").split(" ")[1];
        WebSocketClient client = new WebSocketClient(
                field("request_text", "Host"),
                path,
                TestCrypto.JDK,
                new ScriptedRandom(Base64.getDecoder().decode(key)));
        assertEquals(fields.text("request_text"), new String(client.start(), StandardCharsets.US_ASCII));
        assertEquals(
                response.length, Handshakes.run(client, response, List.of(9)).consumed());
        assertEquals(fields.text("accept"), AcceptKey.of(key, TestCrypto.JDK));
        Handshakes.Outcome outcome = Handshakes.run(new WebSocketServer(TestCrypto.JDK), request, List.of(11));
        assertTrue(outcome.done());
        assertEquals(Hex.of(response), outcome.sent());
    }

    /** Fields of frames: their names say the side and where the payload is split. */
    @Test
    void theFramesHold() {
        byte[] payload = fields.hex("client_message_payload");
        int frames = 0;
        for (String name : fields.names()) {
            if (name.equals("client_frame_one_message")) {
                assertWritten(name, payload, payload.length);
                frames++;
            } else if (name.startsWith("client_frames_split_after_")) {
                assertWritten(name, payload, Integer.parseInt(name.substring("client_frames_split_after_".length())));
                frames++;
            } else if (name.equals("server_frame")) {
                assertServerFrame(fields.hex(name));
                frames++;
            } else if (name.contains("frame")) {
                fail("a field of another form: " + name);
            }
        }
        assertTrue(frames > 0);
    }

    private void assertWritten(String name, byte[] payload, int cut) {
        byte[] mask = fields.hex("mask");
        WebSocketMessages client =
                new WebSocketMessages(Role.CLIENT, new ScriptedRandom(mask, mask), WebSocketVectorTests::noReply);
        Sent sent = new Sent();
        client.encode(payload.clone(), 0, cut, sent);
        if (cut < payload.length) {
            byte[] rest = Arrays.copyOfRange(payload, cut, payload.length);
            client.encode(rest, 0, rest.length, sent);
        }
        assertEquals(fields.text(name), sent.hex());
        assertEquals(Hex.of(payload), decoded(Role.SERVER, sent.toByteArray()));
    }

    private static void assertServerFrame(byte[] frame) {
        String payload = decoded(Role.CLIENT, frame);
        byte[] bytes = Hex.bytes(payload);
        Sent sent = new Sent();
        new WebSocketMessages(Role.SERVER, new ScriptedRandom(), WebSocketVectorTests::noReply)
                .encode(bytes, 0, bytes.length, sent);
        assertEquals(Hex.of(frame), sent.hex());
    }

    private static String decoded(Role role, byte[] frames) {
        WebSocketMessages layer = new WebSocketMessages(role, new ScriptedRandom(), WebSocketVectorTests::noReply);
        Sent received = new Sent();
        Streams.feed(
                frames, 0, List.of(3, 1, 50), (array, offset, length) -> layer.decode(array, offset, length, received));
        return received.hex();
    }

    private String field(String text, String name) {
        for (String line : fields.text(text).split("\r\n")) {
            if (line.startsWith(name + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        throw new AssertionError("no field " + name);
    }

    private static void noReply(byte[] data, int offset, int length) {
        fail("a reply to nothing");
    }
}
