package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.test.Hex;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FullFramingTests {

    private final Received received = new Received();
    private final FrameDecoder server = Framing.FULL.newDecoder(Role.SERVER, 1024);

    @Test
    @Tag("T3")
    void anyChangedBitBreaksTheCrc() {
        byte[] frame = frames(1);
        for (int bit = 64; bit < 8 * frame.length; bit++) {
            byte[] changed = frame.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            FrameDecoder decoder = Framing.FULL.newDecoder(Role.CLIENT, 1024);
            assertRefused(Check.T3, decoder, changed);
        }
    }

    @Test
    @Tag("T4")
    void aFrameThatComesAgainIsRefused() {
        byte[] first = frames(1);
        server.feed(first, 0, first.length, received);
        assertRefused(Check.T4, server, first);
        assertEquals(1, received.lines.size());
    }

    @Test
    @Tag("T4")
    void aFrameThatIsLeftOutIsNoticedBeforeItsBody() {
        byte[] both = frames(2);
        FrameDecoder decoder = Framing.FULL.newDecoder(Role.SERVER, 1024);
        TransportException e =
                assertThrows(TransportException.class, () -> decoder.feed(both, both.length / 2, 8, received));
        assertEquals(Check.T4, e.check().orElseThrow());
    }

    @Test
    void theNumbersGoOnThroughTheWholeRangeOfFrames() {
        byte[] many = frames(300);
        server.feed(many, 0, many.length, received);
        assertEquals(300, received.lines.size());
    }

    @Test
    void aBareErrorCodeIsTakenByAClient() {
        byte[] code = Hex.bytes("6cfeffff");
        Framing.FULL.newDecoder(Role.CLIENT, 1024).feed(code, 0, code.length, received);
        assertEquals(List.of("error -404"), received.lines);
    }

    @Test
    void thereAreNoQuickAcks() {
        PacketBuffer out = Streams.packet(new byte[20]);
        Framing.FULL.newEncoder(Role.SERVER).quickAck(0x8000_0001, out);
        assertEquals(0, out.length());
        PacketBuffer plain = Streams.packet(new byte[20]);
        PacketBuffer asking = Streams.packet(new byte[20]);
        Framing.FULL.newEncoder(Role.CLIENT).encode(plain, false);
        Framing.FULL.newEncoder(Role.CLIENT).encode(asking, true);
        assertEquals(Streams.hex(plain), Streams.hex(asking));
    }

    private static byte[] frames(int count) {
        FrameEncoder encoder = Framing.FULL.newEncoder(Role.CLIENT);
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < count; i++) {
            PacketBuffer buffer = Streams.packet(new byte[] {1, 2, 3, 4, (byte) i, 6, 7, 8});
            encoder.encode(buffer, false);
            hex.append(Streams.hex(buffer));
        }
        return Hex.bytes(hex.toString());
    }

    private void assertRefused(Check check, FrameDecoder decoder, byte[] bytes) {
        TransportException e =
                assertThrows(TransportException.class, () -> decoder.feed(bytes, 0, bytes.length, received));
        assertEquals(check, e.check().orElseThrow());
    }
}
