package dev.mtproto.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.test.Hex;
import dev.mtproto.transport.TransportDetector.Cover;
import dev.mtproto.transport.TransportDetector.Detection;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportDetectorTests {

    private static final Set<Cover> ALL = EnumSet.allOf(Cover.class);

    @ParameterizedTest
    @EnumSource(Framing.class)
    void aTagIsRecognisedOnceItIsWhole(Framing framing) {
        byte[] tag = framing == Framing.FULL ? Hex.bytes("3400000000000000") : framing.tag();
        for (int length = 0; length < tag.length; length++) {
            assertEquals(new Detection.NeedMore(), TransportDetector.detect(tag, 0, length));
        }
        Detection found = new Detection.Found(framing, framing.tag().length);
        assertEquals(found, TransportDetector.detect(tag, 0, tag.length));
        assertEquals(found, TransportDetector.detect(tag, 0, tag.length, ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0011223344556677", "eeeeee0044556677", "474554202f", "504f5354", "1603010200"})
    void withoutCoversAnythingElseIsRefused(String hex) {
        byte[] bytes = Hex.bytes(hex);
        assertEquals(new Detection.Refused(), TransportDetector.detect(bytes, 0, bytes.length));
    }

    @ParameterizedTest
    @CsvSource({"POST /api, HTTP", "OPTIONS, HTTP", "HEAD, HTTP", "GET /apiws, WEBSOCKET", "PUT /api, OBFUSCATION"})
    void textIsHttpOrWebSocket(String text, Cover cover) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertEquals(new Detection.Covered(cover), TransportDetector.detect(bytes, 0, bytes.length, ALL));
        assertEquals(
                new Detection.Refused(),
                TransportDetector.detect(bytes, 0, bytes.length, EnumSet.complementOf(EnumSet.of(cover))));
    }

    @ParameterizedTest
    @CsvSource({"160301, FAKE_TLS", "1603030200112233, OBFUSCATION", "dddddd0011223344, OBFUSCATION"})
    void recordsAndTheRest(String hex, Cover cover) {
        byte[] bytes = Hex.bytes(hex);
        assertEquals(new Detection.Covered(cover), TransportDetector.detect(bytes, 0, bytes.length, ALL));
    }

    @Test
    void whatFollowsTheTagDoesNotMatter() {
        byte[] bytes = Hex.bytes("00ef0a0000");
        assertEquals(new Detection.Found(Framing.ABRIDGED, 1), TransportDetector.detect(bytes, 1, 4));
    }

    @Property(tries = 500)
    void eightBytesDecideAndMoreChangeNothing(@ForAll @Size(min = 8, max = 70) byte[] bytes) {
        Detection early = TransportDetector.detect(bytes, 0, 8, ALL);
        assertEquals(early, TransportDetector.detect(bytes, 0, bytes.length, ALL));
        for (int length = 0; length < 8; length++) {
            Detection before = TransportDetector.detect(bytes, 0, length, ALL);
            assertEquals(before instanceof Detection.NeedMore ? before : early, before);
        }
    }
}
