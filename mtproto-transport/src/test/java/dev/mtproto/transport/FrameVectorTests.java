package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of {@code transport_frames.json} for a framing that this module has. */
class FrameVectorTests {

    private static final Set<String> HERE =
            Arrays.stream(Framing.values()).map(Framing::id).collect(Collectors.toUnmodifiableSet());

    static Stream<VectorEntry> entries() {
        return Vectors.file("transport_frames").stream()
                .filter(entry -> HERE.contains(entry.inputs().text("transport")));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entryHolds(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        Framing framing = Framing.valueOf(in.text("transport").toUpperCase(java.util.Locale.ROOT));
        if (in.has("payload_hex") && out.has("frame_hex")) {
            frameIsWritten(framing, in, out);
        } else if (in.has("reads_hex") && out.has("packets_after_each_read_hex")) {
            readsGivePackets(framing, in, out);
        } else if (in.has("frame_hex") && out.has("transport_error")) {
            Received received = new Received();
            feed(framing.newDecoder(Role.CLIENT, Framing.DEFAULT_LIMIT), in.hex("frame_hex"), received);
            assertEquals(java.util.List.of("error " + out.integer("transport_error")), received.lines);
        } else {
            fail("an entry of another form: " + in.names() + " " + out.names());
        }
    }

    private static void frameIsWritten(Framing framing, Fields in, Fields out) {
        byte[] payload = in.hex("payload_hex");
        Role role = in.has("first_packet") && in.truth("first_packet") ? Role.CLIENT : Role.SERVER;
        PacketBuffer buffer = new PacketBuffer();
        buffer.reset(payload.length);
        System.arraycopy(payload, 0, buffer.array(), buffer.offset(), payload.length);
        framing.newEncoder(role).encode(buffer, false);
        byte[] frame = Arrays.copyOfRange(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
        assertArrayEquals(out.hex("frame_hex"), frame);
        FrameDecoder decoder = framing.newDecoder(Role.SERVER, Framing.DEFAULT_LIMIT);
        byte[] behindTag = role == Role.CLIENT ? Arrays.copyOfRange(frame, framing.tag().length, frame.length) : frame;
        Received received = new Received();
        if (payload.length == 0) {
            assertRefused(Check.T1, decoder, behindTag, received);
        } else {
            feed(decoder, behindTag, received);
            assertEquals(java.util.List.of(Received.packetLine(Hex.of(payload), false)), received.lines);
        }
    }

    /** A packet in these entries may have any length; from the first one on that T2 refuses, nothing more may come. */
    private static void readsGivePackets(Framing framing, Fields in, Fields out) {
        FrameDecoder decoder = framing.newDecoder(Role.SERVER, Framing.DEFAULT_LIMIT);
        JsonNode packets = out.get("packets_after_each_read_hex");
        Received received = new Received();
        int read = 0;
        for (JsonNode data : in.get("reads_hex")) {
            byte[] bytes = Hex.bytes(data.asText());
            for (JsonNode packet : packets.get(read)) {
                if (packet.asText().length() % 8 != 0) {
                    assertRefused(Check.T2, framing.newDecoder(Role.SERVER, 64), all(in), new Received());
                    return;
                }
            }
            received.lines.clear();
            try {
                feed(decoder, bytes, received);
            } catch (TransportException e) {
                assertEquals(Check.T2, e.check().orElseThrow());
                assertEquals(0, packets.get(read).size());
                return;
            }
            java.util.List<String> expected = new java.util.ArrayList<>();
            packets.get(read).forEach(packet -> expected.add(Received.packetLine(packet.asText(), false)));
            assertEquals(expected, received.lines);
            read++;
        }
    }

    private static byte[] all(Fields in) {
        StringBuilder hex = new StringBuilder();
        in.get("reads_hex").forEach(read -> hex.append(read.asText()));
        return Hex.bytes(hex.toString());
    }

    private static void feed(FrameDecoder decoder, byte[] bytes, FrameHandler handler) {
        decoder.feed(bytes, 0, bytes.length, handler);
    }

    private static void assertRefused(Check check, FrameDecoder decoder, byte[] bytes, Received received) {
        TransportException e = assertThrows(TransportException.class, () -> feed(decoder, bytes, received));
        assertEquals(check, e.check().orElseThrow());
        assertEquals(0, received.lines.size());
    }
}
