package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import dev.mtproto.transport.support.ControlPacket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T6")
class ControlPacketTests {

    @ParameterizedTest
    @CsvSource({
        "016cfeffff, error -404",
        "0153feffff, error -429",
        "0194010000, error -404",
        "0100000000, noop",
        "02ffffffff010203f4, quick ack f4030201",
        "04a6fdffff000000000000000000000000, error -602"
    })
    void aShortPacketIsNeverAMessage(String stream, String expected) {
        assertEquals(List.of(expected), receive(Framing.ABRIDGED, Role.CLIENT, stream));
    }

    @Test
    void twentyBytesAreAMessage() {
        String packet = "6cfeffff" + "00".repeat(16);
        assertEquals(List.of("packet " + packet), receive(Framing.ABRIDGED, Role.CLIENT, "05" + packet));
    }

    @Test
    void aServerGetsShortPacketsAsTheyAre() {
        assertEquals(List.of("packet 6cfeffff"), receive(Framing.ABRIDGED, Role.SERVER, "016cfeffff"));
    }

    @ParameterizedTest
    @CsvSource({"ABRIDGED, bd3104c9", "INTERMEDIATE, c90431bd"})
    void aQuickAckHasNoHeader(Framing framing, String stream) {
        assertEquals(List.of("quick ack bd3104c9"), receive(framing, Role.CLIENT, stream));
    }

    @Test
    void lessThanFourBytesAreMalformed() {
        byte[] data = new byte[3];
        TransportException e = assertThrows(
                TransportException.class, () -> ControlPacket.deliver(data, 0, data.length, new Received()));
        assertEquals(Check.T6, e.check().orElseThrow());
    }

    private static List<String> receive(Framing framing, Role role, String hex) {
        Received received = new Received();
        byte[] bytes = Hex.bytes(hex);
        framing.newDecoder(role, Framing.DEFAULT_LIMIT).feed(bytes, 0, bytes.length, received);
        return received.lines;
    }
}
