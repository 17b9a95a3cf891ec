package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.test.Hex;
import dev.mtproto.transport.TransportDetector.Detection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportDetectorTests {

    @ParameterizedTest
    @EnumSource(Framing.class)
    void aTagIsRecognisedOnceItIsWhole(Framing framing) {
        byte[] tag = framing.tag();
        for (int length = 0; length < tag.length; length++) {
            assertEquals(new Detection.NeedMore(), TransportDetector.detect(tag, 0, length));
        }
        assertEquals(new Detection.Found(framing, tag.length), TransportDetector.detect(tag, 0, tag.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "eeef", "eeeeee00", "474554202f", "dddddddd", "1603010200"})
    void anythingElseIsRefused(String hex) {
        byte[] bytes = Hex.bytes(hex);
        assertEquals(new Detection.Refused(), TransportDetector.detect(bytes, 0, bytes.length));
    }

    @Test
    void whatFollowsTheTagDoesNotMatter() {
        byte[] bytes = Hex.bytes("00ef0a0000");
        assertEquals(new Detection.Found(Framing.ABRIDGED, 1), TransportDetector.detect(bytes, 1, 4));
    }
}
