package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.test.Hex;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H1")
class PlainMessageTests {

    private static final String HEAD = "0000000000000000" + "0102030405060708";

    @Test
    void readsTheBodyInPlaceAndLeavesWhatIsBehindIt() {
        byte[] packet = Hex.bytes("ffff" + HEAD + "04000000" + "aabbccdd" + "99999999");
        PlainMessage message = PlainMessage.read(packet, 2, packet.length - 2);
        assertEquals(0x0807060504030201L, message.msgId());
        assertEquals(22, message.offset());
        assertEquals(4, message.length());
    }

    @Test
    void writesWhatItReads() {
        PacketBuffer out = new PacketBuffer();
        assertEquals(24, PlainMessage.write(Hex.bytes("aabbccdd"), 0x0807060504030201L, out));
        assertArrayEquals(Hex.bytes(HEAD + "04000000" + "aabbccdd"), Packets.of(out));
    }

    @Test
    void refusesAnEncryptedMessage() {
        refuses("0100000000000000" + "0102030405060708" + "04000000" + "aabbccdd");
        refuses("0000000000000080" + "0102030405060708" + "04000000" + "aabbccdd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "fcffffff", "03000000", "05000000", "08000000", "ffffff7f", "00000080"})
    void refusesALengthThatDoesNotFit(String length) {
        refuses(HEAD + length + "aabbccdd");
    }

    @Test
    void refusesEveryPacketThatIsCutOff() {
        byte[] packet = Hex.bytes(HEAD + "04000000" + "aabbccdd");
        for (int length = 0; length < packet.length; length++) {
            byte[] cut = Arrays.copyOf(packet, length);
            assertBroken(Check.H1, () -> PlainMessage.read(cut, 0, cut.length));
        }
    }

    private static void refuses(String packet) {
        byte[] bytes = Hex.bytes(packet);
        assertBroken(Check.H1, () -> PlainMessage.read(bytes, 0, bytes.length));
    }
}
