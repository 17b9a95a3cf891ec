package dev.mtproto.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Handshake;
import dev.mtproto.transport.Handshakes;
import dev.mtproto.transport.TestCrypto;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTests {

    private static final String REQUEST = "GET /apiws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: binary\r\n\r\n";

    @Property(tries = 100)
    void theTwoSidesAgreeInAnySplit(
            @ForAll long seed, @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 200) Integer> pieces) {
        WebSocketClient client = client(seed);
        WebSocketServer server = new WebSocketServer(TestCrypto.JDK);
        byte[] request = Arrays.copyOf(client.start(), client.start().length + 3);
        Handshakes.Outcome atServer = Handshakes.run(server, request, pieces);
        assertEquals(request.length - 3, atServer.consumed());
        byte[] response = Hex.bytes(atServer.sent());
        assertTrue(Handshakes.run(client, response, pieces).done());
    }

    @Test
    @Tag("T15")
    void aServerThatDoesNotTakeTheSubProtocolIsLeft() {
        WebSocketClient client = client(1);
        String response =
                text(Hex.bytes(Handshakes.run(new WebSocketServer(TestCrypto.JDK), client.start(), List.of(999))
                        .sent()));
        for (String protocol : List.of("", "Sec-WebSocket-Protocol: text\r\n")) {
            String other = response.replace("Sec-WebSocket-Protocol: binary\r\n", protocol);
            assertEquals(Check.T15, refused(client(1), other).check().orElseThrow());
        }
        assertTrue(Handshakes.run(client(1), bytes(response), List.of(999)).done());
    }

    @Test
    @Tag("T15")
    void aClientThatDoesNotOfferTheSubProtocolIsRefused() {
        for (String protocol : List.of("", "Sec-WebSocket-Protocol: text, binary2\r\n")) {
            String other = REQUEST.replace("Sec-WebSocket-Protocol: binary\r\n", protocol);
            TransportException e = refused(new WebSocketServer(TestCrypto.JDK), other);
            assertEquals(Check.T15, e.check().orElseThrow());
        }
        assertTaken(REQUEST.replace("Protocol: binary", "Protocol: text,binary"));
    }

    @ParameterizedTest
    @CsvSource({
        "101 Switching, 200 OK",
        "websocket, h2c",
        "Connection: Upgrade, Connection: close",
        "Accept: , Accept: x",
        "Upgrade: websocket, Sec-WebSocket-Extensions: permessage-deflate",
        "HTTP/1.1 101, HTTP/1.1 abc",
        "HTTP/1.1, SMTP"
    })
    void anythingElseInTheAnswerIsRefused(String good, String bad) {
        WebSocketClient client = client(1);
        String response =
                text(Hex.bytes(Handshakes.run(new WebSocketServer(TestCrypto.JDK), client.start(), List.of(999))
                        .sent()));
        assertTrue(response.contains(good), response);
        TransportException e = refused(client, response.replace(good, bad));
        assertFalse(e.getMessage().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, POST",
        "/apiws, /other",
        "HTTP/1.1, HTTP/1.0",
        "websocket, other",
        "Connection: Upgrade, Connection: keep-alive",
        "Version: 13, Version: 8",
        "dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZQ==",
        "Host: a, no field",
        "Host: a, Host : a"
    })
    void anythingElseInTheRequestIsRefused(String good, String bad) {
        TransportException e = refused(new WebSocketServer(TestCrypto.JDK), REQUEST.replace(good, bad));
        assertFalse(e.getMessage().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apiws_test", "/apiws_premium", "http://127.0.0.1/apiws", "HTTPS://a:443/apiws"})
    void everyPathOfTheProtocolIsTaken(String path) {
        assertTaken(REQUEST.replace("/apiws", path));
    }

    @Test
    void severalWordsInAFieldAreTaken() {
        assertTaken(REQUEST.replace("Connection: Upgrade", "connection: keep-alive, upgrade"));
    }

    @Test
    void aHeadWithoutEndIsRefused() {
        refused(new WebSocketServer(TestCrypto.JDK), "GET /apiws HTTP/1.1\r\nHost: " + "a".repeat(9000));
        refused(new WebSocketServer(TestCrypto.JDK), REQUEST.replace("\r\n\r\n", "\r\nA: b".repeat(110) + "\r\n\r\n"));
    }

    @Test
    void textOfTheCallerCannotAddAField() {
        SeededRandom random = new SeededRandom(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new WebSocketClient("a\r\nX: y", "/apiws", TestCrypto.JDK, random));
    }

    private static void assertTaken(String request) {
        assertTrue(Handshakes.run(new WebSocketServer(TestCrypto.JDK), bytes(request), List.of(999))
                .done());
    }

    private static TransportException refused(Handshake side, String received) {
        return assertThrows(TransportException.class, () -> Handshakes.run(side, bytes(received), List.of(10000)));
    }

    private static WebSocketClient client(long seed) {
        return new WebSocketClient(
                "kws2.web.telegram.org", WebSocketClient.PATH, TestCrypto.JDK, new SeededRandom(seed));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
