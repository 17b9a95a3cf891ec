package dev.mtproto.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mtproto.api.Role;
import dev.mtproto.transport.FrameDecoder;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.TransportDetector;
import dev.mtproto.transport.TransportDetector.Cover;
import java.util.EnumSet;

/** Frames of every framing, and what tells them apart. */
class FramingFuzzTests {

    private static final int LIMIT = 1 << 16;

    private static void frames(Framing framing, byte[] input) {
        for (Role role : Role.values()) {
            Fuzz.feed(
                    () -> {
                        FrameDecoder decoder = framing.newDecoder(role, LIMIT);
                        return (data, offset, length, noted) -> decoder.feed(data, offset, length, noted);
                    },
                    input,
                    0);
        }
    }

    @FuzzTest
    void abridged(byte[] input) {
        frames(Framing.ABRIDGED, input);
    }

    @FuzzTest
    void intermediate(byte[] input) {
        frames(Framing.INTERMEDIATE, input);
    }

    @FuzzTest
    void padded(byte[] input) {
        frames(Framing.PADDED_INTERMEDIATE, input);
    }

    @FuzzTest
    void full(byte[] input) {
        frames(Framing.FULL, input);
    }

    @FuzzTest
    void detector(byte[] input) {
        assertNotNull(TransportDetector.detect(input, 0, input.length));
        assertNotNull(TransportDetector.detect(input, 0, input.length, EnumSet.allOf(Cover.class)));
    }
}
