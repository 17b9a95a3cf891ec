package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.Vectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frames and streams of {@code e2e.json}: whatever a field is called, its words name what stands in it. */
class ConversationVectorTests {

    private Fields payloads;
    private int token;

    @BeforeEach
    void read() {
        Fields transports = Vectors.object("e2e").object("transports");
        payloads = transports.object("payloads");
        token = Integer.reverseBytes(Integer.parseUnsignedInt(quickAckToken(transports), 16));
    }

    private static String quickAckToken(Fields transports) {
        for (String name : transports.names()) {
            if (name.startsWith("quick_ack_token")) {
                return transports.text(name);
            }
        }
        throw new AssertionError("no token in " + transports.names());
    }

    @ParameterizedTest
    @EnumSource(Framing.class)
    void everyFieldHolds(Framing framing) {
        Fields fields = Vectors.object("e2e").object("transports").object(framing.id());
        for (String name : fields.names()) {
            JsonNode field = fields.get(name);
            String expected = field.asText();
            if (field.isArray()) {
                assertEquals(Framing.PADDED_INTERMEDIATE, framing, "the paddings, which are in the frames too");
            } else if (name.equals("init")) {
                assertEquals(expected, Hex.of(framing.tag()));
            } else if (name.startsWith("client_stream_")) {
                assertStream(framing, Role.CLIENT, name.substring("client_stream_".length()), expected);
            } else if (name.startsWith("server_stream_")) {
                assertStream(framing, Role.SERVER, name.substring("server_stream_".length()), expected);
            } else if (name.startsWith("frame_")) {
                assertFrame(framing, name.substring("frame_".length()), expected);
            } else if (name.equals("server_quick_ack")) {
                assertStream(framing, Role.SERVER, "ack", expected);
            } else if (name.startsWith("server_error_")) {
                assertError(framing, name.substring("server_error_".length()), expected);
            } else if (name.startsWith("crc_")) {
                assertCrc(framing, payloads.hex(name.substring("crc_".length())), expected);
            } else if (name.equals("bad_crc_frame")) {
                assertRefused(Check.T3, framing, expected);
            } else if (name.equals("wrong_seq_frame")) {
                assertRefused(Check.T4, framing, expected);
            } else {
                throw new AssertionError("a field of another form: " + name);
            }
        }
    }

    /** Names are a payload, then "quick_ack", "pad" and a number, or "seq" and a number. */
    private void assertFrame(Framing framing, String what, String expected) {
        String[] words = what.split("_");
        boolean quickAck = what.endsWith("_quick_ack");
        byte[] payload = payloads.hex(words[0]);
        byte[] bytes = Hex.bytes(expected);
        FrameEncoder encoder = encoder(framing, Role.SERVER, bytes, 0, List.of(payload.length));
        int sequence = sequence(words);
        Streams.countFrames(encoder, sequence);
        PacketBuffer buffer = Streams.packet(payload);
        encoder.encode(buffer, quickAck);
        assertEquals(expected, Streams.hex(buffer));
        Received received = new Received();
        Streams.decoderBehind(framing, Role.SERVER, sequence).feed(bytes, 0, bytes.length, received);
        assertEquals(List.of(Received.packetLine(Hex.of(payload), quickAck)), received.lines);
    }

    private void assertError(Framing framing, String what, String expected) {
        String[] words = what.split("_");
        int code = -Integer.parseInt(words[0]);
        int sequence = sequence(words);
        byte[] bytes = Hex.bytes(expected);
        FrameEncoder encoder = encoder(framing, Role.SERVER, bytes, 0, List.of(4));
        Streams.countFrames(encoder, sequence);
        PacketBuffer buffer = new PacketBuffer();
        encoder.error(code, buffer);
        assertEquals(expected, Streams.hex(buffer));
        Received received = new Received();
        Streams.decoderBehind(framing, Role.CLIENT, sequence).feed(bytes, 0, bytes.length, received);
        assertEquals(List.of("error " + code), received.lines);
    }

    private void assertStream(Framing framing, Role sender, String what, String expected) {
        byte[] bytes = Hex.bytes(expected);
        int start = sender == Role.CLIENT ? framing.tag().length : 0;
        List<Integer> lengths = new ArrayList<>();
        for (String part : what.split("_")) {
            lengths.add(part.equals("ack") ? 8 : payloads.hex(part).length);
        }
        FrameEncoder encoder = encoder(framing, sender, bytes, start, lengths);
        StringBuilder stream = new StringBuilder();
        List<String> frames = new ArrayList<>();
        for (String part : what.split("_")) {
            PacketBuffer buffer = new PacketBuffer();
            if (part.equals("ack")) {
                encoder.quickAck(token, buffer);
                frames.add("quick ack " + Integer.toHexString(token));
            } else {
                buffer = Streams.packet(payloads.hex(part));
                encoder.encode(buffer, false);
                frames.add(Received.packetLine(payloads.text(part), false));
            }
            stream.append(Streams.hex(buffer));
        }
        assertEquals(expected, stream.toString());
        if (sender == Role.CLIENT) {
            TransportDetector.Detection detection = TransportDetector.detect(bytes, 0, bytes.length);
            assertEquals(new TransportDetector.Detection.Found(framing, framing.tag().length), detection);
        }
        Received received = new Received();
        FrameDecoder decoder = framing.newDecoder(sender.peer(), Framing.DEFAULT_LIMIT);
        for (int i = start; i < bytes.length; i++) {
            decoder.feed(bytes, i, 1, received);
        }
        assertEquals(frames, received.lines);
        assertFalse(frames.isEmpty());
    }

    private static void assertCrc(Framing framing, byte[] payload, String expected) {
        PacketBuffer buffer = Streams.packet(payload);
        framing.newEncoder(Role.CLIENT).encode(buffer, false);
        assertEquals(expected, Streams.hex(buffer).substring(2 * buffer.length() - 8));
    }

    private static void assertRefused(Check check, Framing framing, String frame) {
        byte[] bytes = Hex.bytes(frame);
        for (Role role : Role.values()) {
            FrameDecoder decoder = framing.newDecoder(role, Framing.DEFAULT_LIMIT);
            TransportException e =
                    assertThrows(TransportException.class, () -> decoder.feed(bytes, 0, bytes.length, new Received()));
            assertEquals(check, e.check().orElseThrow());
        }
    }

    private static FrameEncoder encoder(Framing framing, Role role, byte[] stream, int start, List<Integer> lengths) {
        return framing == Framing.PADDED_INTERMEDIATE
                ? framing.newEncoder(role, Streams.padding(stream, start, lengths))
                : framing.newEncoder(role);
    }

    private static int sequence(String[] words) {
        String last = words[words.length - 1];
        return last.startsWith("seq") ? Integer.parseInt(last.substring("seq".length())) : 0;
    }
}
