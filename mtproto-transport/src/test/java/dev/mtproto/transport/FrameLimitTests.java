package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FrameLimitTests {

    @ParameterizedTest
    @Tag("T1")
    @CsvSource({
        "ABRIDGED, 00",
        "ABRIDGED, 80",
        "ABRIDGED, 11",
        "ABRIDGED, 7fffffff",
        "INTERMEDIATE, 00000000",
        "INTERMEDIATE, 44000000",
        "INTERMEDIATE, ffffff7f",
        "INTERMEDIATE, 00000080",
        "PADDED_INTERMEDIATE, 00000000",
        "PADDED_INTERMEDIATE, 50000000",
        "PADDED_INTERMEDIATE, ffffffff",
        "FULL, 0c00000000000000",
        "FULL, 0000000000000000",
        "FULL, 5000000000000000",
        "FULL, 4c00008000000000",
        "FULL, ffffffff00000000"
    })
    void aLengthOutOfBoundsIsRefusedBeforeTheBody(Framing framing, String header) {
        assertRefused(Check.T1, framing.newDecoder(Role.SERVER, 64), header);
    }

    @ParameterizedTest
    @Tag("T1")
    @CsvSource({"ABRIDGED, 10", "INTERMEDIATE, 40000000", "PADDED_INTERMEDIATE, 40000000"})
    void aLengthAtTheLimitIsTaken(Framing framing, String header) {
        String packet = "ab".repeat(64);
        Received received = feed(framing.newDecoder(Role.SERVER, 64), header + packet);
        int taken = framing == Framing.PADDED_INTERMEDIATE ? 24 + 32 : 64;
        assertEquals(List.of("packet " + packet.substring(0, 2 * taken)), received.lines);
    }

    @ParameterizedTest
    @Tag("T1")
    @CsvSource({
        "ABRIDGED, 7f000040",
        "INTERMEDIATE, 00000001",
        "PADDED_INTERMEDIATE, 01000001",
        "FULL, 0000000100000000"
    })
    void anAnnouncedLengthCostsNoMemory(Framing framing, String header) {
        FrameDecoder decoder = framing.newDecoder(Role.CLIENT, 1 << 28);
        byte[] start = Hex.bytes(header + "00".repeat(100));
        Received received = new Received();
        decoder.feed(start, 0, start.length, received);
        assertTrue(decoder.memory() <= 1024, "kept " + decoder.memory());
        assertEquals(List.of(), received.lines);
    }

    @ParameterizedTest
    @Tag("T2")
    @CsvSource({"15", "29", "1a", "23"})
    void aLengthThatIsNoMultipleOfFourIsRefused(String length) {
        assertRefused(Check.T2, Framing.INTERMEDIATE.newDecoder(Role.SERVER, 64), length + "000000" + "00".repeat(64));
        assertRefused(Check.T2, Framing.INTERMEDIATE.newDecoder(Role.CLIENT, 64), length + "000000" + "00".repeat(64));
        assertRefused(Check.T2, Framing.FULL.newDecoder(Role.CLIENT, 64), length + "00000000000000");
    }

    @ParameterizedTest
    @Tag("T2")
    @EnumSource(Framing.class)
    void noOtherLengthIsWritten(Framing framing) {
        PacketBuffer packet = Streams.packet(new byte[21]);
        FrameEncoder encoder = framing.newEncoder(Role.CLIENT);
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(packet, false));
    }

    @ParameterizedTest
    @Tag("T5")
    @CsvSource({"7f000000", "7f0a0000", "7f7e0000", "ff7e0000"})
    void anOverlongLengthIsRefused(String header) {
        assertRefused(Check.T5, Framing.ABRIDGED.newDecoder(Role.SERVER, 4096), header + "00".repeat(600));
    }

    @Test
    @Tag("T5")
    void theShortestLongFormIsTaken() {
        Received received = feed(Framing.ABRIDGED.newDecoder(Role.SERVER, 4096), "7f7f0000" + "cd".repeat(508));
        assertEquals(List.of("packet " + "cd".repeat(508)), received.lines);
    }

    @Test
    void afterARefusalNothingMoreIsTaken() {
        FrameDecoder decoder = Framing.INTERMEDIATE.newDecoder(Role.SERVER, 64);
        assertRefused(Check.T1, decoder, "00000000");
        assertThrows(IllegalStateException.class, () -> feed(decoder, "04000000" + "00".repeat(4)));
    }

    private static void assertRefused(Check check, FrameDecoder decoder, String hex) {
        TransportException e = assertThrows(TransportException.class, () -> feed(decoder, hex));
        assertEquals(check, e.check().orElseThrow());
    }

    private static Received feed(FrameDecoder decoder, String hex) {
        Received received = new Received();
        byte[] bytes = Hex.bytes(hex);
        decoder.feed(bytes, 0, bytes.length, received);
        return received;
    }
}
