package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HostileFramesTests {

    @Property(tries = 600)
    void bytesAreRefusedOrTakenInBoundedMemory(
            @ForAll Framing framing,
            @ForAll Role role,
            @ForAll @Size(max = 300) byte[] bytes,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 50) Integer> pieces) {
        FrameDecoder decoder = framing.newDecoder(role, Framing.DEFAULT_LIMIT);
        try {
            Streams.feed(
                    bytes, 0, pieces, (data, offset, length) -> decoder.feed(data, offset, length, new Received()));
        } catch (TransportException e) {
            assertTrue(e.check().isPresent(), e.getMessage());
        }
        assertTrue(decoder.memory() <= 1024);
    }
}
