package dev.mtproto.transport.obfuscation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.Streams;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.obfuscation.ObfuscationAcceptor.Result;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ObfuscationSplitTests {

    @Property(tries = 200)
    void bothDirectionsArriveInAnySplit(
            @ForAll long seed,
            @ForAll @Size(max = 3000) byte[] data,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> written,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 700) Integer> read) {
        Obfuscation client =
                Obfuscation.direct(Framing.INTERMEDIATE, OptionalInt.empty(), TestCrypto.JDK, new SeededRandom(seed));
        Sent wire = new Sent();
        client.encode(new byte[0], 0, 0, wire);
        Streams.feed(data, 0, written, (array, offset, length) -> client.encode(array, offset, length, wire));
        byte[] stream = wire.toByteArray();
        ObfuscationAcceptor acceptor = new ObfuscationAcceptor(List.of(), true, dc -> true, TestCrypto.JDK);
        Obfuscation server = assertInstanceOf(Result.Accepted.class, acceptor.accept(stream, 0))
                .layer();
        byte[] frames = Arrays.copyOfRange(stream, 64, stream.length);
        Sent received = new Sent();
        Streams.feed(frames, 0, read, (array, offset, length) -> server.decode(array, offset, length, received));
        assertArrayEquals(data, received.toByteArray());

        Sent back = new Sent();
        Streams.feed(data, 0, read, (array, offset, length) -> server.encode(array, offset, length, back));
        Sent answer = new Sent();
        Streams.feed(
                back.toByteArray(),
                0,
                written,
                (array, offset, length) -> client.decode(array, offset, length, answer));
        assertArrayEquals(data, answer.toByteArray());
    }
}
