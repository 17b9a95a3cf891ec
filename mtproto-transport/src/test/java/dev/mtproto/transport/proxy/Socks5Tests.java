package dev.mtproto.transport.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.transport.Handshakes;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Socks5Tests {

    private static final Optional<Credentials> NONE = Optional.empty();
    private static final Optional<Credentials> KNOWN = Optional.of(new Credentials("me", "pass"));
    private static final String GRANTED = "05000001000000000000";

    @ParameterizedTest
    @CsvSource({
        "149.154.167.51, 443, 01 959aa733 01bb",
        "2001:db8::1, 80, 04 20010db8000000000000000000000001 0050",
        "proxy.example, 65535, 03 0d 70726f78792e6578616d706c65 ffff",
        "1.2.3, 1, 03 05 312e322e33 0001"
    })
    void aTargetIsSentAsAddressOrName(String host, int port, String target) {
        Handshakes.Outcome outcome = run(new Socks5(host, port, NONE), "0500" + GRANTED);
        assertTrue(outcome.done());
        assertEquals("050100" + "050100" + target.replace(" ", ""), outcome.sent());
    }

    @Test
    void userAndPasswordAreSentWhereTheyAreAskedFor() {
        Handshakes.Outcome asked = run(new Socks5("1.2.3.4", 80, KNOWN), "0502" + "0100" + GRANTED);
        assertTrue(asked.done());
        assertEquals("05020002" + "01026d650470617373" + "05010001010203040050", asked.sent());
        Handshakes.Outcome notAsked = run(new Socks5("1.2.3.4", 80, KNOWN), "0500" + GRANTED);
        assertEquals("05020002" + "05010001010203040050", notAsked.sent());
    }

    @Property(tries = 200)
    void everyReplyIsTakenInAnySplitAndTheRestLeft(
            @ForAll @IntRange(max = 2) int kind,
            @ForAll boolean login,
            @ForAll @IntRange(max = 255) int nameLength,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 30) Integer> pieces) {
        String[] addresses = {
            "01" + "00".repeat(4),
            "04" + "00".repeat(16),
            "03" + String.format("%02x", nameLength) + "61".repeat(nameLength)
        };
        String received = (login ? "05020100" : "0500") + "050000" + addresses[kind] + "1f90";
        byte[] bytes = Hex.bytes(received + "eeeeeeee");
        Handshakes.Outcome outcome = Handshakes.run(new Socks5("a", 1, KNOWN), bytes, pieces);
        assertTrue(outcome.done());
        assertEquals(bytes.length - 4, outcome.consumed());
    }

    @ParameterizedTest
    @CsvSource({
        "05ff, asks for authentication",
        "0502, asks for authentication",
        "0400, does not speak SOCKS5",
        "4854, does not speak SOCKS5",
        "050005050001000000000000, connection refused",
        "0500050900010000, code 9",
        "05000400000100, does not speak SOCKS5",
        "05000500000200, unknown kind"
    })
    void aRefusalSaysWhy(String received, String reason) {
        TransportException e = assertThrows(TransportException.class, () -> run(new Socks5("a", 1, NONE), received));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"05020101, refused the user or password", "05ff, takes no user and password"})
    void aRefusedLoginSaysSoWithoutThePassword(String received, String reason) {
        TransportException e = assertThrows(TransportException.class, () -> run(new Socks5("a", 1, KNOWN), received));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
        assertFalse(KNOWN.orElseThrow().toString().contains("pass"));
    }

    @Test
    void whatCannotBeSentIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> new Socks5("a".repeat(256), 1, NONE));
        assertThrows(IllegalArgumentException.class, () -> new Socks5("a", 0, NONE));
        assertThrows(IllegalArgumentException.class, () -> new Socks5("1.2.3.999", 1, NONE));
        assertThrows(IllegalArgumentException.class, () -> new Credentials("a".repeat(256), "b"));
        assertThrows(IllegalArgumentException.class, () -> new Credentials("", "b"));
    }

    @Property(tries = 300)
    void hostileBytesAreRefusedOrAwaitMore(
            @ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 2) int stage) {
        String[] before = {"", "0500", "05000500"};
        byte[] hostile = Hex.bytes(before[stage] + Hex.of(bytes));
        try {
            Handshakes.run(new Socks5("a", 1, KNOWN), hostile, List.of(hostile.length + 1));
        } catch (TransportException e) {
            assertTrue(e.getMessage().contains("SOCKS"), e.getMessage());
        }
    }

    private static Handshakes.Outcome run(Socks5 handshake, String received) {
        byte[] bytes = Hex.bytes(received);
        return Handshakes.run(handshake, bytes, List.of(bytes.length));
    }
}
