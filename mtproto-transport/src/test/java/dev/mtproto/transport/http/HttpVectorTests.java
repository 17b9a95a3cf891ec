package dev.mtproto.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.Vectors;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Received;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The HTTP conversation of {@code e2e.json}: requests, responses and error statuses, by the names of the fields. */
class HttpVectorTests {

    private final Fields fields = Vectors.object("e2e").object("http");

    @Test
    void everyFieldHolds() {
        for (String name : fields.names()) {
            byte[] bytes = fields.hex(name);
            if (name.startsWith("request")) {
                assertRequest(bytes);
            } else if (name.startsWith("response")) {
                assertResponse(bytes);
            } else if (name.startsWith("error_")) {
                assertError(-Integer.parseInt(name.substring("error_".length())), bytes);
            } else {
                fail("a field of another form: " + name);
            }
        }
    }

    private static void assertRequest(byte[] request) {
        byte[] body = body(request);
        String head = new String(request, 0, request.length - body.length, StandardCharsets.US_ASCII);
        String host = head.substring(head.indexOf("Host: ") + 6).split("\r\n")[0];
        HttpClientCodec client = new HttpClientCodec(host, head.split(" ")[1], Framing.DEFAULT_LIMIT);
        Sent sent = new Sent();
        client.encode(Streams.packet(body), sent);
        assertEquals(Hex.of(request), sent.hex());
        Received received = new Received();
        HttpServerCodec server = new HttpServerCodec(Framing.DEFAULT_LIMIT);
        server.decode(request, 0, request.length, received);
        assertEquals(List.of(Received.packetLine(Hex.of(body), false)), received.lines);
        assertTrue(server.keepsAlive());
    }

    private static void assertResponse(byte[] response) {
        byte[] body = body(response);
        HttpServerCodec server = HttpServerTests.askedServer();
        Sent sent = new Sent();
        server.encode(Streams.packet(body), sent);
        assertEquals(Hex.of(response), sent.hex());
        Received received = new Received();
        HttpClientTests.askingClient().decode(response, 0, response.length, received);
        assertEquals(List.of(Received.packetLine(Hex.of(body), false)), received.lines);
    }

    private static void assertError(int code, byte[] response) {
        Sent sent = new Sent();
        HttpServerTests.askedServer().error(code, sent);
        assertEquals(Hex.of(response), sent.hex());
        Received received = new Received();
        HttpClientTests.askingClient().decode(response, 0, response.length, received);
        assertEquals(List.of("error " + code), received.lines);
    }

    private static byte[] body(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return Arrays.copyOfRange(message, text.indexOf("\r\n\r\n") + 4, message.length);
    }
}
