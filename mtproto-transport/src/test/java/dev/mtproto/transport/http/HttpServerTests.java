package dev.mtproto.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Received;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTests {

    private static final String BODY = "a".repeat(20);
    private static final String REST = "Content-Length: 20\r\n\r\n" + BODY;
    private final HttpServerCodec server = new HttpServerCodec(4096);
    private final Received received = new Received();

    static HttpServerCodec askedServer() {
        HttpServerCodec server = new HttpServerCodec(4096);
        byte[] request = ("POST /api HTTP/1.1\r\n" + REST).getBytes(StandardCharsets.ISO_8859_1);
        server.decode(request, 0, request.length, new Received());
        return server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api HTTP/1.1\r\nHost: a\r\n",
                "POST /apiw1 HTTP/1.1\r\n",
                "POST /apiw_test1 HTTP/1.1\r\n",
                "POST http://host:80/api HTTP/1.1\r\nProxy-Connection: keep-alive\r\n",
                "POST HTTP://host:80/api HTTP/1.1\r\nHost:\r\n",
                "POST /api HTTP/1.1\r\nHOST: a\r\ncontent-type: x\r\n"
            })
    void everyFormOfARequestIsTaken(String head) {
        decode(head + REST);
        assertEquals(List.of("packet " + "61".repeat(20)), received.lines);
        assertTrue(server.isAwaited() && server.keepsAlive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api HTTP/1.1\r\n",
                "OPTIONS /api HTTP/1.1\r\n",
                "POST /other HTTP/1.1\r\n",
                "POST http://api HTTP/1.1\r\n",
                "POST\r\n",
                "POST /api HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                "POST /api HTTP/1.1\r\nX\u0000: a\r\n",
                "POST /api HTTP/1.1\r\nX: a\u0001\r\n",
                "POST /api HTTP/1.1\r\nContent-Length: 24\r\n"
            })
    void anythingElseIsRefused(String head) {
        assertThrows(TransportException.class, () -> decode(head + REST));
        assertEquals(List.of(), received.lines);
    }

    @Test
    void aRequestWithoutLengthIsRefused() {
        assertThrows(TransportException.class, () -> decode("POST /api HTTP/1.1\r\n\r\n"));
    }

    @ParameterizedTest
    @Tag("T1")
    @ValueSource(strings = {"0", "4097"})
    void aLengthOutOfBoundsIsRefusedBeforeTheBody(String length) {
        TransportException e = assertThrows(
                TransportException.class, () -> decode("POST /api HTTP/1.1\r\nContent-Length: " + length + "\r\n\r\n"));
        assertEquals(Check.T1, e.check().orElseThrow());
    }

    @Test
    @Tag("T14")
    void aSecondRequestWaitsForTheFirstResponse() {
        decode("POST /api HTTP/1.1\r\n" + REST);
        TransportException e = assertThrows(TransportException.class, () -> decode("POST"));
        assertEquals(Check.T14, e.check().orElseThrow());
    }

    @Test
    void requestsAndResponsesTakeTurns() {
        for (int i = 1; i <= 3; i++) {
            decode("POST /api HTTP/1.1\r\n" + REST);
            assertEquals(i, received.lines.size());
            server.encode(Streams.packet(new byte[20]), new Sent());
            assertFalse(server.isAwaited());
        }
        assertThrows(IllegalStateException.class, () -> server.encode(Streams.packet(new byte[20]), new Sent()));
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1, close", "HTTP/1.0, keep-alive"})
    void aConnectionThatTheClientWillCloseIsNotKept(String version, String connection) {
        decode("POST /api " + version + "\r\nConnection: " + connection + "\r\n" + REST);
        assertFalse(server.keepsAlive());
    }

    @ParameterizedTest
    @CsvSource({
        "-404, 404 Not Found",
        "-429, 429 Too Many Requests",
        "-403, 403 Forbidden",
        "-444, 444 Error",
        "-1, 500 Error"
    })
    void anErrorEndsTheConnection(int code, String status) {
        decode("POST /api HTTP/1.1\r\n" + REST);
        Sent sent = new Sent();
        server.error(code, sent);
        String text = new String(sent.toByteArray(), StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("HTTP/1.1 " + status + "\r\n"), text);
        assertFalse(server.keepsAlive());
    }

    private void decode(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        server.decode(bytes, 0, bytes.length, received);
    }
}
