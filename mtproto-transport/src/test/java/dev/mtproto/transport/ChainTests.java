package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.faketls.TlsRecords;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.obfuscation.Obfuscation;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import dev.mtproto.transport.websocket.WebSocketMessages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whole connections: framing, obfuscation, and records or messages, one on the other. */
class ChainTests {

    /** What stands below the obfuscation. */
    enum Below {
        NOTHING,
        RECORDS,
        MESSAGES
    }

    private final ProxySecret secret =
            ProxySecret.plain(new SeededRandom(4).nextBytes(16)).fakeTls("example.com");

    @Property(tries = 120)
    void packetsArriveInAnySplitBothWays(
            @ForAll Below below,
            @ForAll @IntRange(max = 2) int framingIndex,
            @ForAll long seed,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 400) Integer> sizes,
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 3000) Integer> pieces) {
        Framing framing = below == Below.RECORDS ? Framing.PADDED_INTERMEDIATE : Framing.values()[framingIndex];
        SeededRandom random = new SeededRandom(seed);
        StreamLayer bottom = below(below, Role.SERVER, random);
        StreamLayer client = on(below(below, Role.CLIENT, random), obfuscation(below, framing, random));
        FrameEncoder encoder = framing.newEncoderWithoutTag(FramePadding.of(Role.CLIENT, random));
        Sent wire = new Sent();
        List<String> expected = send(encoder, client, sizes, random, wire);

        Sent inside = new Sent();
        Streams.feed(
                wire.toByteArray(), 0, pieces, (data, offset, length) -> bottom.decode(data, offset, length, inside));
        byte[] stream = inside.toByteArray();
        ObfuscationAcceptor acceptor = new ObfuscationAcceptor(List.of(), true, dc -> true, TestCrypto.JDK);
        Result result = below == Below.RECORDS ? acceptor.acceptInside(secret, stream, 0) : acceptor.accept(stream, 0);
        Result.Accepted accepted = assertInstanceOf(Result.Accepted.class, result);
        assertEquals(framing, accepted.framing());
        Received received = new Received();
        FrameDecoder decoder = framing.newDecoder(Role.SERVER, Framing.DEFAULT_LIMIT);
        byte[] frames = Arrays.copyOfRange(stream, Obfuscation.HEADER_LENGTH, stream.length);
        Streams.feed(frames, 0, pieces, (data, offset, length) -> accepted.layer()
                .decode(data, offset, length, (d, o, l) -> decoder.feed(d, o, l, received)));
        assertEquals(expected, received.lines);

        StreamLayer server = on(bottom, accepted.layer());
        FrameEncoder answers = framing.newEncoder(Role.SERVER, FramePadding.of(Role.SERVER, random));
        Sent back = new Sent();
        List<String> answered = send(answers, server, sizes, random, back);
        Received atClient = new Received();
        FrameDecoder last = framing.newDecoder(Role.CLIENT, Framing.DEFAULT_LIMIT);
        Streams.feed(
                back.toByteArray(),
                0,
                pieces,
                (data, offset, length) ->
                        client.decode(data, offset, length, (d, o, l) -> last.feed(d, o, l, atClient)));
        assertEquals(answered, atClient.lines);
    }

    private Obfuscation obfuscation(Below below, Framing framing, SeededRandom random) {
        return below == Below.RECORDS
                ? Obfuscation.throughProxy(framing, 2, secret, TestCrypto.JDK, random)
                : Obfuscation.direct(framing, OptionalInt.empty(), TestCrypto.JDK, random);
    }

    private static StreamLayer below(Below below, Role role, SeededRandom random) {
        return switch (below) {
            case NOTHING -> new Through();
            case RECORDS -> new TlsRecords(role);
            case MESSAGES -> new WebSocketMessages(role, random, (data, offset, length) -> fail("a reply"));
        };
    }

    private static StreamLayer on(StreamLayer bottom, Obfuscation obfuscation) {
        return bottom instanceof Through ? obfuscation : obfuscation.over(bottom);
    }

    private static List<String> send(
            FrameEncoder encoder, StreamLayer layer, List<Integer> sizes, SeededRandom random, Sent wire) {
        List<String> lines = new ArrayList<>();
        for (int size : sizes) {
            byte[] packet = random.nextBytes(24 + 16 * (3 + size));
            lines.add(Received.packetLine(Hex.of(packet), false));
            PacketBuffer buffer = Streams.packet(packet);
            encoder.encode(buffer, false);
            layer.encode(buffer.array(), buffer.offset(), buffer.length(), wire);
        }
        return lines;
    }

    /** No layer. */
    private static final class Through implements StreamLayer {

        @Override
        public void encode(byte[] data, int offset, int length, ByteSink below) {
            below.accept(data, offset, length);
        }

        @Override
        public void decode(byte[] data, int offset, int length, ByteSink above) {
            above.accept(data, offset, length);
        }
    }
}
