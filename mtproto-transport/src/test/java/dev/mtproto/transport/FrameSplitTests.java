package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.SeededRandom;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A stream gives the same frames however it is split. */
class FrameSplitTests {

    /** One thing sent: a packet of so many words, a quick acknowledgement or an error. */
    record Sent(int words, int number, boolean quickAck) {}

    @Provide
    Arbitrary<List<Sent>> conversation() {
        Arbitrary<Integer> words = Arbitraries.oneOf(
                Arbitraries.integers().between(5, 140),
                Arbitraries.of(120, 121, 122),
                Arbitraries.integers().between(5, 5000));
        return net.jqwik.api.Combinators.combine(words, Arbitraries.integers(), Arbitraries.of(true, false))
                .as(Sent::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void framesOfAClientArriveInAnySplit(
            @ForAll Framing framing,
            @ForAll("conversation") List<Sent> sent,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> pieces) {
        FrameEncoder encoder = encoder(framing, Role.CLIENT);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (Sent one : sent) {
            byte[] payload = payload(one);
            PacketBuffer buffer = Streams.packet(payload);
            encoder.encode(buffer, one.quickAck());
            stream.write(buffer.array(), buffer.offset(), buffer.length());
            expected.add(
                    Received.packetLine(HexFormat.of().formatHex(payload), one.quickAck() && framing.hasQuickAcks()));
        }
        byte[] bytes = stream.toByteArray();
        assertEquals(expected, receive(framing, Role.SERVER, bytes, framing.tag().length, pieces));
    }

    @Property(tries = 300)
    void framesOfAServerArriveInAnySplit(
            @ForAll Framing framing,
            @ForAll("conversation") List<Sent> sent,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> pieces) {
        FrameEncoder encoder = encoder(framing, Role.SERVER);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (Sent one : sent) {
            PacketBuffer buffer = new PacketBuffer();
            if (one.quickAck() && framing.hasQuickAcks()) {
                int token = one.number() | 0x8000_0000;
                encoder.quickAck(token, buffer);
                expected.add("quick ack " + Integer.toHexString(token));
            } else if (one.number() < -1) {
                encoder.error(one.number(), buffer);
                expected.add("error " + one.number());
            } else {
                byte[] payload = payload(one);
                buffer = Streams.packet(payload);
                encoder.encode(buffer, false);
                expected.add(Received.packetLine(HexFormat.of().formatHex(payload), false));
            }
            stream.write(buffer.array(), buffer.offset(), buffer.length());
        }
        assertEquals(expected, receive(framing, Role.CLIENT, stream.toByteArray(), 0, pieces));
    }

    private static FrameEncoder encoder(Framing framing, Role role) {
        return framing.newEncoder(role, FramePadding.of(role, new SeededRandom(3)));
    }

    private static List<String> receive(Framing framing, Role role, byte[] bytes, int start, List<Integer> pieces) {
        FrameDecoder decoder = framing.newDecoder(role, Framing.DEFAULT_LIMIT);
        Received received = new Received();
        Streams.feed(bytes, start, pieces, (data, offset, length) -> decoder.feed(data, offset, length, received));
        return received.lines;
    }

    /** A packet of the length of an encrypted message, as a padded one has to be: 24 bytes and a multiple of 16. */
    private static byte[] payload(Sent one) {
        byte[] payload = new byte[24 + (4 * one.words() & ~15)];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (one.number() + i * 7 | 1);
        }
        return payload;
    }
}
