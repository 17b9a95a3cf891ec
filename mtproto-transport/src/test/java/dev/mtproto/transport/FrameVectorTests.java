package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import dev.mtproto.transport.support.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every entry of {@code transport_frames.json}. */
class FrameVectorTests {

    static Stream<VectorEntry> entries() {
        return Vectors.file("transport_frames").stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void entryHolds(VectorEntry entry) {
        Fields in = entry.inputs();
        Fields out = entry.outputs();
        Framing framing = Framing.valueOf(in.text("transport").toUpperCase(Locale.ROOT));
        if (in.has("payload_hex") && out.has("frame_hex")) {
            frameIsWritten(framing, in, out);
        } else if (in.has("reads_hex") && out.has("packets_after_each_read_hex")) {
            readsGivePackets(framing, in, out);
        } else if (in.has("frame_hex") && out.has("transport_error")) {
            Received received = new Received();
            feed(framing.newDecoder(Role.CLIENT, Framing.DEFAULT_LIMIT), in.hex("frame_hex"), received);
            assertEquals(List.of("error " + out.integer("transport_error")), received.lines);
        } else if (in.has("frame_hex") && out.has("reject")) {
            frameIsRefused(framing, in, out);
        } else {
            fail("an entry of another form: " + in.names() + " " + out.names());
        }
    }

    private static void frameIsWritten(Framing framing, Fields in, Fields out) {
        byte[] payload = in.hex("payload_hex");
        byte[] expected = out.hex("frame_hex");
        Role role = in.has("first_packet") && in.truth("first_packet") ? Role.CLIENT : Role.SERVER;
        int tag = role == Role.CLIENT ? framing.tag().length : 0;
        FramePadding padding = framing == Framing.PADDED_INTERMEDIATE
                ? Streams.padding(expected, tag, List.of(payload.length))
                : FramePadding.NONE;
        FrameEncoder encoder = framing.newEncoder(role, padding);
        int sequence = in.has("seq") ? in.integer("seq") : 0;
        Streams.countFrames(encoder, sequence);
        PacketBuffer buffer = Streams.packet(payload);
        encoder.encode(buffer, false);
        assertArrayEquals(expected, Streams.bytes(buffer));
        FrameDecoder decoder = Streams.decoderBehind(framing, Role.SERVER, sequence);
        byte[] behindTag = Arrays.copyOfRange(expected, tag, expected.length);
        Received received = new Received();
        if (payload.length == 0) {
            assertRefused(Check.T1, decoder, behindTag, received);
        } else {
            feed(decoder, behindTag, received);
            byte[] handedOn = framing == Framing.PADDED_INTERMEDIATE
                    ? Arrays.copyOfRange(behindTag, 4, 4 + cut(behindTag))
                    : payload;
            assertEquals(List.of(Received.packetLine(Hex.of(handedOn), false)), received.lines);
        }
    }

    /** The length to which a padded frame of no plaintext message is cut. */
    private static int cut(byte[] frame) {
        int total = frame.length - 4;
        return total < 24 ? total : 24 + ((total - 24) & ~15);
    }

    private static void frameIsRefused(Framing framing, Fields in, Fields out) {
        byte[] frame = in.hex("frame_hex");
        int sequence = in.has("expected_seq") ? in.integer("expected_seq") : Bytes.readInt(frame, 4);
        Check check =
                switch (out.text("reject")) {
                    case "crc" -> Check.T3;
                    case "seq" -> Check.T4;
                    default -> fail("refused for another reason: " + out.text("reject"));
                };
        for (Role role : Role.values()) {
            FrameDecoder decoder = Streams.decoderBehind(framing, role, sequence);
            assertRefused(check, decoder, frame, new Received());
        }
    }

    /** A packet in these entries may have any length: at the first one that T2 refuses, those before it have come. */
    private static void readsGivePackets(Framing framing, Fields in, Fields out) {
        FrameDecoder decoder = framing.newDecoder(Role.SERVER, Framing.DEFAULT_LIMIT);
        Received received = new Received();
        List<String> expected = new ArrayList<>();
        boolean unaligned = false;
        int read = 0;
        for (JsonNode data : in.get("reads_hex")) {
            for (JsonNode packet : out.get("packets_after_each_read_hex").get(read++)) {
                unaligned |= packet.asText().length() % 8 != 0 && framing != Framing.PADDED_INTERMEDIATE;
                if (!unaligned) {
                    expected.add(Received.packetLine(packet.asText(), false));
                }
            }
            try {
                feed(decoder, Hex.bytes(data.asText()), received);
            } catch (TransportException e) {
                assertEquals(Check.T2, e.check().orElseThrow());
                assertEquals(expected, received.lines);
                assertTrue(unaligned || comesUnaligned(out, read), "a packet to refuse");
                return;
            }
            assertFalse(unaligned);
            assertEquals(expected, received.lines);
        }
    }

    /** Tells whether the next packet that is complete has a length to refuse, which its header says before. */
    private static boolean comesUnaligned(Fields out, int read) {
        JsonNode packets = out.get("packets_after_each_read_hex");
        for (int i = read; i < packets.size(); i++) {
            if (packets.get(i).size() > 0) {
                return packets.get(i).get(0).asText().length() % 8 != 0;
            }
        }
        return false;
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
