package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.SeededRandom;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddedFramingTests {

    private static final Framing PADDED = Framing.PADDED_INTERMEDIATE;

    @ParameterizedTest
    @CsvSource({"CLIENT, 15", "SERVER, 3"})
    void aSideSendsEachPaddingUpToItsLimit(Role role, int most) {
        FrameEncoder encoder = PADDED.newEncoder(role, FramePadding.of(role, new SeededRandom(1)));
        byte[] message = Hex.bytes("01".repeat(24 + 64));
        TreeSet<Integer> paddings = new TreeSet<>();
        FrameDecoder decoder = PADDED.newDecoder(role.peer(), message.length);
        for (int i = 0; i < 400; i++) {
            PacketBuffer buffer = Streams.packet(message);
            encoder.encode(buffer, false);
            int tag = i == 0 && role == Role.CLIENT ? 4 : 0;
            paddings.add(buffer.length() - tag - 4 - message.length);
            Received received = new Received();
            decoder.feed(buffer.array(), buffer.offset() + tag, buffer.length() - tag, received);
            assertEquals(List.of("packet " + Hex.of(message)), received.lines);
        }
        assertEquals(0, paddings.first());
        assertEquals(most, paddings.last());
        assertEquals(most + 1, paddings.size());
    }

    @Test
    void aPlaintextMessageIsCutAtItsOwnLength() {
        String message = "0000000000000000" + "0102030405060708" + "0c000000" + "ab".repeat(12);
        for (int padding = 0; padding <= 15; padding++) {
            assertEquals(List.of("packet " + message), receive(Role.SERVER, message + "cd".repeat(padding)));
        }
    }

    @ParameterizedTest
    @CsvSource({"00000000", "ffffffff", "ffffff7f", "0d000000", "04000000"})
    void aPlaintextLengthThatDoesNotFitIsLeftToTheReader(String length) {
        String message = "00".repeat(16) + length + "ab".repeat(12) + "cd".repeat(12);
        String cut = length.equals("0d000000") ? message.substring(0, 2 * 33) : message;
        assertEquals(List.of("packet " + cut), receive(Role.SERVER, message));
    }

    @Test
    @Tag("T6")
    void controlPacketsStayShorterThanAMessageWhateverTheirPadding() {
        byte[] longest = Hex.bytes("ff".repeat(15));
        FrameEncoder server = PADDED.newEncoder(
                Role.SERVER,
                new FramePadding(15, new ScriptedRandom(new byte[] {15}, longest, new byte[] {8}, longest)));
        PacketBuffer out = new PacketBuffer();
        server.error(-429, out);
        assertEquals(4 + 19, out.length());
        assertEquals(List.of("error -429"), decoded(Role.CLIENT, Streams.bytes(out)));
        server.quickAck(0x8123_4567, out);
        assertEquals(4 + 16, out.length());
        assertEquals(List.of("quick ack 81234567"), decoded(Role.CLIENT, Streams.bytes(out)));
    }

    @Test
    void aQuickAckMayComeInTheFormOfIntermediate() {
        assertEquals(List.of("quick ack bd3104c9"), decoded(Role.CLIENT, Hex.bytes("c90431bd")));
    }

    @Test
    void thePaddingIsOfTheSource() {
        byte[] bytes = Hex.bytes("a1a2a3a4a5");
        FramePadding padding = new FramePadding(15, new ScriptedRandom(new byte[] {5}, bytes));
        PacketBuffer buffer = Streams.packet(new byte[20]);
        PADDED.newEncoderWithoutTag(padding).encode(buffer, true);
        assertEquals("19000080" + "00".repeat(20) + "a1a2a3a4a5", Streams.hex(buffer));
    }

    @Test
    void aPaddingBeyondTheLimitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FramePadding(16, new SeededRandom(1)));
        assertThrows(IllegalArgumentException.class, () -> new FramePadding(-1, new SeededRandom(1)));
    }

    @Test
    void theLargestPacketCanBePadded() {
        byte[] array = new byte[PacketBuffer.MAX_LENGTH];
        PacketBuffer buffer = Streams.packet(array);
        PADDED.newEncoder(Role.CLIENT, new FramePadding(15, new SeededRandom(2)))
                .encode(buffer, false);
        assertTrue(buffer.length() >= array.length + 8);
    }

    private static List<String> receive(Role role, String body) {
        byte[] bytes = Hex.bytes(body);
        PacketBuffer buffer = Streams.packet(bytes);
        buffer.prepend(4);
        for (int i = 0; i < 4; i++) {
            buffer.array()[buffer.offset() + i] = (byte) (bytes.length >> 8 * i);
        }
        return decoded(role, Streams.bytes(buffer));
    }

    private static List<String> decoded(Role role, byte[] stream) {
        Received received = new Received();
        PADDED.newDecoder(role, 1024).feed(stream, 0, stream.length, received);
        return received.lines;
    }
}
