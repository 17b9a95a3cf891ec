package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.MessageCipher;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What {@link MessageCipher} promises. */
final class MessageContract {

    private static final int HEADER = MessageCipher.HEADER;

    private final Cases cases = new Cases();
    private final MessageCipher client;
    private final MessageCipher server;

    private MessageContract(Crypto crypto) {
        AuthKey key = MessageVectors.authKey(crypto, cases.bytes(AuthKey.LENGTH));
        client = crypto.newMessageCipher(key, Role.CLIENT);
        server = crypto.newMessageCipher(key, Role.SERVER);
    }

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(
                Cases.test(
                        "message: each side opens what the other sealed, at any offset",
                        () -> new MessageContract(crypto).roundTrips()),
                Cases.test(
                        "message: a changed packet is refused and wiped", () -> new MessageContract(crypto).forged()),
                Cases.test("message: the own direction is refused", () -> new MessageContract(crypto).reflected()),
                Cases.test(
                        "message: wrong lengths are refused, and the cipher works on",
                        () -> new MessageContract(crypto).wrongLengths()),
                Cases.test("message: a destroyed cipher refuses", () -> new MessageContract(crypto).destroyed()));
    }

    private void roundTrips() {
        for (int length : new int[] {16, 48, 96, 128, 144, 1024, 4096, 4112, 50_000}) {
            int offset = cases.below(40);
            byte[] packet = cases.bytes(offset + HEADER + length + 5);
            byte[] before = packet.clone();
            MessageCipher from = cases.below(2) == 0 ? client : server;
            MessageCipher to = from == client ? server : client;
            from.seal(packet, offset, length);
            assertFalse(Arrays.equals(
                    before,
                    offset + HEADER,
                    offset + HEADER + length,
                    packet,
                    offset + HEADER,
                    offset + HEADER + length));
            assertTrue(to.open(packet, offset, length));
            assertArrayEquals(
                    Arrays.copyOfRange(before, offset + HEADER, before.length),
                    Arrays.copyOfRange(packet, offset + HEADER, packet.length));
            assertArrayEquals(Arrays.copyOf(before, offset), Arrays.copyOf(packet, offset));
            assertEquals(from.quickAckToken(), to.quickAckToken());
            assertTrue(from.quickAckToken() < 0, "the highest bit is set");
        }
    }

    private void forged() {
        byte[] sealed = cases.bytes(HEADER + 96);
        client.seal(sealed, 0, 96);
        for (int at = 8; at < sealed.length; at += 7) {
            byte[] packet = sealed.clone();
            packet[at] ^= (byte) (1 << cases.below(8));
            assertFalse(server.open(packet, 0, 96), "byte " + at);
            assertArrayEquals(new byte[96], Arrays.copyOfRange(packet, HEADER, packet.length), "byte " + at);
        }
        assertTrue(server.open(sealed, 0, 96));
    }

    private void reflected() {
        byte[] packet = cases.bytes(HEADER + 64);
        client.seal(packet, 0, 64);
        assertFalse(client.open(packet, 0, 64));
    }

    private void wrongLengths() {
        byte[] packet = cases.bytes(HEADER + 64);
        for (int length : new int[] {0, -16, 8, 17, 63}) {
            assertThrows(IllegalArgumentException.class, () -> client.seal(packet, 0, length));
            assertThrows(IllegalArgumentException.class, () -> client.open(packet, 0, length));
        }
        for (int[] slice : new int[][] {{1, 64}, {-1, 64}, {0, 80}, {Integer.MAX_VALUE, 16}}) {
            assertThrows(IndexOutOfBoundsException.class, () -> client.seal(packet, slice[0], slice[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> client.open(packet, slice[0], slice[1]));
        }
        client.seal(packet, 0, 64);
        assertTrue(server.open(packet, 0, 64));
    }

    private void destroyed() {
        assertFalse(client.isDestroyed());
        client.destroy();
        assertTrue(client.isDestroyed());
        byte[] packet = new byte[HEADER + 16];
        assertThrows(IllegalStateException.class, () -> client.seal(packet, 0, 16));
        assertThrows(IllegalStateException.class, () -> client.open(packet, 0, 16));
    }
}
