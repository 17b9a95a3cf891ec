package dev.mtproto.transport.obfuscation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.test.Hex;
import dev.mtproto.test.ScriptedRandom;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.Sent;
import dev.mtproto.transport.TestCrypto;
import dev.mtproto.transport.TransportDetector;
import dev.mtproto.transport.mtproxy.ProxySecret;
import java.util.EnumSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObfuscationHeaderTests {

    private static final String GOOD = "31".repeat(64);

    @ParameterizedTest
    @Tag("T8")
    @ValueSource(
            strings = {
                "ef112233",
                "48454144",
                "504f5354",
                "47455420",
                "4f505449",
                "16030102",
                "160301ff",
                "dddddddd",
                "eeeeeeee",
                "1122334400000000"
            })
    void aForbiddenBeginningIsDrawnAgain(String beginning) {
        String forbidden = beginning + GOOD.substring(beginning.length());
        ScriptedRandom random = new ScriptedRandom(Hex.bytes(forbidden), Hex.bytes(forbidden), Hex.bytes(GOOD));
        Sent sent = new Sent();
        Obfuscation.direct(Framing.ABRIDGED, OptionalInt.empty(), TestCrypto.JDK, random)
                .encode(new byte[0], 0, 0, sent);
        assertEquals(GOOD.substring(0, 112), sent.hex().substring(0, 112));
        random.assertUsedUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"48454143", "ee112233", "eeeeee11", "1122334400000001", "0000000011223344"})
    void anyOtherBeginningIsTaken(String beginning) {
        byte[] header = Hex.bytes(beginning + GOOD.substring(beginning.length()));
        assertArrayEquals(header, ObfuscationHeader.draw(new ScriptedRandom(header), false));
    }

    @Test
    void insideOfRecordsAnyBeginningWillDo() {
        byte[] header = Hex.bytes("ef" + GOOD.substring(2));
        ProxySecret secret = ProxySecret.plain(new byte[16]).fakeTls("example.com");
        ScriptedRandom random = new ScriptedRandom(header);
        Obfuscation.throughProxy(Framing.PADDED_INTERMEDIATE, 2, secret, TestCrypto.JDK, random);
        random.assertUsedUp();
    }

    @Test
    @Tag("T8")
    void noHeaderLooksLikeAnotherTransport() {
        SeededRandom random = new SeededRandom(8);
        for (int i = 0; i < 2000; i++) {
            byte[] header = ObfuscationHeader.draw(random, false);
            assertEquals(
                    new TransportDetector.Detection.Covered(TransportDetector.Cover.OBFUSCATION),
                    TransportDetector.detect(header, 0, 64, EnumSet.allOf(TransportDetector.Cover.class)));
        }
    }

    @Test
    void theFullFramingIsRefused() {
        SeededRandom random = new SeededRandom(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> Obfuscation.direct(Framing.FULL, OptionalInt.empty(), TestCrypto.JDK, random));
    }

    @Test
    void aDataCentreHasSixteenBits() {
        SeededRandom random = new SeededRandom(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> Obfuscation.direct(Framing.ABRIDGED, OptionalInt.of(40000), TestCrypto.JDK, random));
    }

    @Test
    void aSecretThatAsksForPaddingAllowsNothingElse() {
        SeededRandom random = new SeededRandom(1);
        ProxySecret secret = ProxySecret.plain(new byte[16]).padded();
        assertThrows(
                IllegalArgumentException.class,
                () -> Obfuscation.throughProxy(Framing.INTERMEDIATE, 2, secret, TestCrypto.JDK, random));
    }
}
