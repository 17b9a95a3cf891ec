package dev.mtproto.transport.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Received;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientTests {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private final HttpClientCodec client = askingClient();
    private final Received received = new Received();

    static HttpClientCodec askingClient() {
        HttpClientCodec client = new HttpClientCodec("127.0.0.1", HttpClientCodec.PATH, 4096);
        client.encode(Streams.packet(new byte[20]), new Sent());
        return client;
    }

    @Test
    @Tag("T14")
    void oneRequestIsSentAtATime() {
        assertFalse(client.isIdle());
        PacketBuffer packet = Streams.packet(new byte[20]);
        assertThrows(IllegalStateException.class, () -> client.encode(packet, new Sent()));
        decode(OK + "Content-Length: 20\r\n\r\n" + "a".repeat(20));
        assertEquals(List.of("packet " + "61".repeat(20)), received.lines);
        assertTrue(client.isIdle());
        client.encode(packet, new Sent());
        assertFalse(client.isIdle());
    }

    @ParameterizedTest
    @Tag("T14")
    @ValueSource(ints = {300, 301, 403, 404, 429, 444, 500, 599})
    void anErrorStatusIsATransportErrorAndItsBodyIsNotLookedAt(int status) {
        decode("HTTP/1.1 " + status + " Any\r\nContent-Length: 20\r\n\r\n" + "a".repeat(20) + OK);
        assertEquals(List.of("error -" + status), received.lines);
        assertTrue(client.isEnded());
        assertThrows(IllegalStateException.class, () -> client.encode(Streams.packet(new byte[20]), new Sent()));
    }

    @ParameterizedTest
    @Tag("T14")
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 206 Part\r\nContent-Length: 20\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n"
            })
    void aResponseWithoutOnePacketIsRefused(String response) {
        TransportException e = assertThrows(TransportException.class, () -> decode(response));
        assertEquals(Check.T14, e.check().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Length: 24\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -20\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 4294967316\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: \r\n\r\n",
                "HTTP/1.1 99 OK\r\nContent-Length: 20\r\n\r\n",
                "HTTP/2 200\r\nContent-Length: 20\r\n\r\n",
                "OK\r\nContent-Length: 20\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length 20\r\n\r\n",
                "HTTP/1.1 200 OK\r\n Content-Length: 20\r\n\r\n"
            })
    void aMalformedResponseIsRefused(String response) {
        assertThrows(TransportException.class, () -> decode(response + "a".repeat(20)));
        assertEquals(List.of(), received.lines);
    }

    @ParameterizedTest
    @Tag("T1")
    @ValueSource(strings = {"0", "4097", "999999999"})
    void aLengthOutOfBoundsIsRefusedBeforeTheBody(String length) {
        TransportException e =
                assertThrows(TransportException.class, () -> decode(OK + "Content-Length: " + length + "\r\n\r\n"));
        assertEquals(Check.T1, e.check().orElseThrow());
    }

    @Test
    @Tag("T1")
    void anAnnouncedLengthCostsNoMemory() {
        HttpClientCodec large = new HttpClientCodec("a", HttpClientCodec.PATH, 1 << 28);
        large.encode(Streams.packet(new byte[20]), new Sent());
        byte[] bytes = (OK + "Content-Length: 200000000\r\n\r\nabc").getBytes(StandardCharsets.US_ASCII);
        large.decode(bytes, 0, bytes.length, received);
        assertTrue(large.memory() <= 1024);
    }

    @Test
    @Tag("T14")
    void aResponseWithoutRequestIsRefused() {
        decode(OK + "Content-Length: 20\r\n\r\n" + "a".repeat(20));
        TransportException e = assertThrows(TransportException.class, () -> decode("H"));
        assertEquals(Check.T14, e.check().orElseThrow());
    }

    @Test
    @Tag("T6")
    void aShortBodyIsAControlPacket() {
        decode(OK + "Content-Length: 4\r\n\r\nl\u00fe\u00ff\u00ff");
        assertEquals(List.of("error -404"), received.lines);
    }

    @Test
    void aServerThatClosesIsNotAskedAgain() {
        decode(OK + "Connection: close\r\nContent-Length: 20\r\n\r\n" + "a".repeat(20));
        assertTrue(client.isEnded());
        assertFalse(client.isIdle());
    }

    @Test
    void aLargeRequestGoesOutWholeToo() {
        HttpClientCodec codec = new HttpClientCodec("a:80", "http://a:80/api", 4096);
        Sent sent = new Sent();
        codec.encode(Streams.packet(new byte[123_456]), sent);
        String text = new String(sent.toByteArray(), StandardCharsets.ISO_8859_1);
        assertTrue(text.startsWith("POST http://a:80/api HTTP/1.1\r\nHost: a:80\r\n"), text.substring(0, 60));
        assertTrue(text.contains("Content-Length: 123456\r\n\r\n\0"));
        assertEquals(123_456, text.length() - text.indexOf("\r\n\r\n") - 4);
    }

    private void decode(String response) {
        byte[] bytes = response.getBytes(StandardCharsets.ISO_8859_1);
        client.decode(bytes, 0, bytes.length, received);
    }
}
