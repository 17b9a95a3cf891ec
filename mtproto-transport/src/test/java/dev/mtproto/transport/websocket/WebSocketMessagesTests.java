package dev.mtproto.transport.websocket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
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

class WebSocketMessagesTests {

    private final Sent replies = new Sent();

    @ParameterizedTest
    @Tag("T15")
    @ValueSource(
            strings = {
                "8101ab",
                "8301ab",
                "8b00",
                "c201ab",
                "a201ab",
                "9201ab",
                "0001ab",
                "8001ab",
                "0201ab8201cd",
                "0201ab0201cd",
                "0900",
                "897e0080",
                "827e007d",
                "827f000000000000ffff",
                "827fffffffffffffffff",
                "828100000000aa"
            })
    void aFrameThatBreaksTheRulesIsRefused(String frames) {
        WebSocketMessages layer = layer(Role.CLIENT);
        decode(layer, "8201ff");
        TransportException e = assertThrows(TransportException.class, () -> decode(layer, frames));
        assertEquals(Check.T15, e.check().orElseThrow());
    }

    @Test
    @Tag("T15")
    void aClientsFrameWithoutMaskIsRefused() {
        WebSocketMessages layer = layer(Role.SERVER);
        assertEquals("ab", decode(layer, "828101000000aa"));
        TransportException e = assertThrows(TransportException.class, () -> decode(layer, "8201ab"));
        assertEquals(Check.T15, e.check().orElseThrow());
    }

    @Test
    void messagesInPartsAreOneStreamWithTheOthers() {
        String frames = "0202aabb" + "8900" + "0001cc" + "8001dd" + "8200" + "8201ee" + "8a0101";
        assertEquals("aabbccddee", decode(layer(Role.CLIENT), frames));
    }

    @ParameterizedTest
    @CsvSource({"8900, 8a00", "890401020304, 8a0401020304"})
    void aPingIsAnsweredWithWhatItHolds(String ping, String pong) {
        WebSocketMessages server = layer(Role.SERVER);
        byte[] bytes = Hex.bytes(ping);
        String masked = Hex.of(new byte[] {bytes[0], (byte) (bytes[1] | 0x80), 0, 0, 0, 0})
                + Hex.of(bytes, 2, bytes.length - 2);
        assertEquals("", decode(server, masked));
        assertEquals(pong, replies.hex());
    }

    @Test
    void aPingInsideOfAMessageAndInAnySplitIsAnswered() {
        WebSocketMessages layer = layer(Role.CLIENT);
        Sent received = new Sent();
        byte[] frames = Hex.bytes("0202aabb" + "8903010203" + "8001cc");
        Streams.feed(frames, 0, List.of(1), (array, offset, length) -> layer.decode(array, offset, length, received));
        assertEquals("aabbcc", received.hex());
        byte[] pong = replies.toByteArray();
        assertEquals("8a83", Hex.of(pong, 0, 2));
        Mask.apply(pong, 6, 3, pong[2] & 0xff | (pong[3] & 0xff) << 8 | (pong[4] & 0xff) << 16 | pong[5] << 24, 0);
        assertEquals("010203", Hex.of(pong, 6, 3));
    }

    @Test
    void aCloseIsAnsweredAndNothingMoreIsTakenOrSent() {
        WebSocketMessages layer = layer(Role.SERVER);
        assertFalse(layer.isClosed());
        assertEquals("aa", decode(layer, "828100000000aa" + "888200000000" + "03e8" + "828100000000bb" + "ffff"));
        assertTrue(layer.isClosed());
        assertEquals("880203e8", replies.hex());
        assertThrows(TransportException.class, () -> layer.encode(new byte[1], 0, 1, replies));
    }

    @Test
    void ourCloseIsANormalOne() {
        Sent sent = new Sent();
        layer(Role.SERVER).encodeClose(sent);
        assertEquals("880203e8", sent.hex());
    }

    @Test
    void theLargestLengthCostsNoMemory() {
        WebSocketMessages layer = layer(Role.CLIENT);
        assertEquals("aabb", decode(layer, "827f7fffffffffffffff" + "aabb"));
    }

    @Property(tries = 200)
    void theStreamArrivesInAnySplit(
            @ForAll Role role,
            @ForAll @Size(max = 5000) byte[] data,
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 4000) Integer> written,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> read) {
        WebSocketMessages sender = new WebSocketMessages(role, new SeededRandom(seed), replies);
        WebSocketMessages receiver = layer(role.peer());
        Sent wire = new Sent();
        Streams.feed(data, 0, written, (array, offset, length) -> sender.encode(array, offset, length, wire));
        Sent received = new Sent();
        Streams.feed(
                wire.toByteArray(),
                0,
                read,
                (array, offset, length) -> receiver.decode(array, offset, length, received));
        assertArrayEquals(data, received.toByteArray());
    }

    @Test
    void largeDataIsSentInPieces() {
        byte[] data = new SeededRandom(3).nextBytes(100_000);
        Sent wire = new Sent();
        layer(Role.CLIENT).encode(data.clone(), 0, data.length, wire);
        Sent received = new Sent();
        byte[] frames = wire.toByteArray();
        layer(Role.SERVER).decode(frames, 0, frames.length, received);
        assertArrayEquals(data, received.toByteArray());
    }

    @Property(tries = 500)
    void hostileBytesAreRefusedOrTaken(@ForAll Role role, @ForAll @Size(max = 300) byte[] bytes) {
        WebSocketMessages layer = layer(role);
        try {
            layer.decode(bytes, 0, bytes.length, new Sent());
        } catch (TransportException e) {
            assertEquals(Check.T15, e.check().orElseThrow());
        }
    }

    private WebSocketMessages layer(Role role) {
        return new WebSocketMessages(role, new SeededRandom(7), replies);
    }

    private static String decode(WebSocketMessages layer, String hex) {
        Sent received = new Sent();
        byte[] bytes = Hex.bytes(hex);
        layer.decode(bytes, 0, bytes.length, received);
        return received.hex();
    }
}
