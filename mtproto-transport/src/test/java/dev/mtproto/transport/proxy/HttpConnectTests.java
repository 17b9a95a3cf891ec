package dev.mtproto.transport.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.transport.Handshakes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpConnectTests {

    @ParameterizedTest
    @CsvSource({"149.154.167.51, 149.154.167.51:443", "2001:db8::1, [2001:db8::1]:443", "a.example, a.example:443"})
    void theTargetIsNamed(String host, String authority) {
        String request = text(new HttpConnect(host, 443, Optional.empty()).start());
        assertEquals("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n\r\n", request);
    }

    @Test
    void credentialsAreSent() {
        String request = text(new HttpConnect("a", 1, Optional.of(new Credentials("me", "p:\u00e4"))).start());
        assertTrue(request.endsWith("\r\nProxy-Authorization: Basic bWU6cDrDpA==\r\n\r\n"), request);
    }

    @Property(tries = 100)
    void theAnswerIsTakenInAnySplitAndTheRestLeft(
            @ForAll @IntRange(min = 200, max = 299) int status,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 30) Integer> pieces) {
        byte[] answer = bytes("HTTP/1.1 " + status + " Connection established\r\nVia: x\r\n\r\nmore");
        Handshakes.Outcome outcome = Handshakes.run(new HttpConnect("a", 1, Optional.empty()), answer, pieces);
        assertTrue(outcome.done());
        assertEquals(answer.length - 4, outcome.consumed());
    }

    @ParameterizedTest
    @CsvSource({
        "407 Authenticate, user and password",
        "403 Forbidden, status 403",
        "101 Switching, status 101",
        "302 x, 302"
    })
    void aRefusalSaysWhy(String status, String reason) {
        TransportException e = refused("HTTP/1.1 " + status + "\r\n\r\n");
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\n\r\n", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "HTTP/1.1 200 OK\r\n: x\r\n\r\n"})
    void aMalformedAnswerIsRefused(String answer) {
        assertTrue(refused(answer).getMessage().contains("HTTP"));
    }

    @Test
    void anAnswerWithoutEndIsRefused() {
        assertTrue(refused("HTTP/1.1 200 OK\r\nA: " + "b".repeat(9000))
                .getMessage()
                .contains("8192"));
    }

    @Test
    void aHostCannotAddAField() {
        assertThrows(IllegalArgumentException.class, () -> new HttpConnect("a\r\nB: c", 1, Optional.empty()));
    }

    private static TransportException refused(String answer) {
        return assertThrows(
                TransportException.class,
                () -> Handshakes.run(new HttpConnect("a", 1, Optional.empty()), bytes(answer), List.of(10000)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
