package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
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
            String expected = fields.text(name);
            if (name.equals("init")) {
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
                assertError(framing, -Integer.parseInt(name.substring("server_error_".length())), expected);
            } else {
                throw new AssertionError("a field of another form: " + name);
            }
        }
    }

    private void assertFrame(Framing framing, String what, String expected) {
        boolean quickAck = what.endsWith("_quick_ack");
        byte[] payload = payloads.hex(quickAck ? what.substring(0, what.indexOf('_')) : what);
        PacketBuffer buffer = Streams.packet(payload);
        framing.newEncoder(Role.SERVER).encode(buffer, quickAck);
        assertEquals(expected, Streams.hex(buffer));
        Received received = new Received();
        byte[] bytes = Hex.bytes(expected);
        framing.newDecoder(Role.SERVER, Framing.DEFAULT_LIMIT).feed(bytes, 0, bytes.length, received);
        assertEquals(List.of(Received.packetLine(Hex.of(payload), quickAck)), received.lines);
    }

    private void assertError(Framing framing, int code, String expected) {
        PacketBuffer buffer = new PacketBuffer();
        framing.newEncoder(Role.SERVER).error(code, buffer);
        assertEquals(expected, Streams.hex(buffer));
        Received received = new Received();
        byte[] bytes = Hex.bytes(expected);
        framing.newDecoder(Role.CLIENT, Framing.DEFAULT_LIMIT).feed(bytes, 0, bytes.length, received);
        assertEquals(List.of("error " + code), received.lines);
    }

    private void assertStream(Framing framing, Role sender, String what, String expected) {
        FrameEncoder encoder = framing.newEncoder(sender);
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
        byte[] bytes = Hex.bytes(expected);
        int start = 0;
        if (sender == Role.CLIENT) {
            TransportDetector.Detection detection = TransportDetector.detect(bytes, 0, bytes.length);
            assertEquals(new TransportDetector.Detection.Found(framing, framing.tag().length), detection);
            start = framing.tag().length;
        }
        Received received = new Received();
        FrameDecoder decoder = framing.newDecoder(sender.peer(), Framing.DEFAULT_LIMIT);
        for (int i = start; i < bytes.length; i++) {
            decoder.feed(bytes, i, 1, received);
        }
        assertEquals(frames, received.lines);
        assertTrue(!frames.isEmpty());
    }
}
