package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Role;
import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.MessageKdf;
import dev.mtproto.test.SeededRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a packet before, or as soon as, it is decrypted. */
class EnvelopeCheckTests {

    private final Pair pair = new Pair();

    private static Reaction unreadable(Role role) {
        return role == Role.CLIENT ? new Reaction.Close() : new Reaction.CloseWith(-404);
    }

    private byte[] good(Role role) {
        return pair.against(role).message(Pair.id(role, 0, 0), 1, Bodies.QUERY);
    }

    @Tag("M1")
    @ParameterizedTest
    @EnumSource
    void refusesEveryWrongLength(Role role) {
        byte[] packet = Arrays.copyOf(good(role), 200);
        for (int length = 8; length <= 200; length++) {
            if (length < 72 || (length - 24) % 16 != 0) {
                Recorder recorder = pair.receive(role, Arrays.copyOf(packet, length));
                assertEquals(Check.M1, recorder.check(), "length " + length);
                assertEquals(unreadable(role), recorder.reaction());
            }
        }
    }

    @Tag("M1")
    @ParameterizedTest
    @EnumSource
    void refusesAGenuinePacketTooShortForPadding(Role role) {
        assertEquals(
                Check.M1,
                pair.receive(role, pair.against(role).seal(new byte[32])).check());
    }

    @Tag("M1")
    @ParameterizedTest
    @EnumSource
    void cutsTransportPaddingOnlyWhereThereIsAny(Role role) {
        EncryptedSession padded = Pair.builder(Pair.KEY, role)
                .clock(pair.receiver(role).clock())
                .transportPadding(true)
                .build();
        for (int more = 0; more < 16; more++) {
            byte[] packet = pair.against(role).message(Pair.id(role, 0, more), 2 * more + 1, Bodies.QUERY);
            byte[] longer = Arrays.copyOf(packet, packet.length + more);
            Recorder recorder = new Recorder();
            padded.unpack(longer.clone(), 0, longer.length, recorder);
            assertEquals(1, recorder.messages.size(), recorder::toString);
            assertEquals(more == 0, pair.receive(role, longer).refusals.isEmpty());
        }
    }

    @Test
    @Tag("M2")
    void clientRefusesAnotherKey() {
        byte[] packet = good(Role.CLIENT);
        packet[0] ^= 1;
        assertEquals(
                new Refusal(Check.M2, new Reaction.Close(), 0, 0),
                pair.receive(Role.CLIENT, packet).onlyRefusal());
    }

    @Test
    @Tag("M3")
    void serverRefusesAnUnknownKey() {
        byte[] packet = good(Role.SERVER);
        packet[7] ^= 1;
        assertEquals(
                new Refusal(Check.M3, new Reaction.CloseWith(-404), 0, 0),
                pair.receive(Role.SERVER, packet).onlyRefusal());
    }

    @Test
    @Tag("M3")
    void serverRefusesATemporaryKeyFromItsEndOn() {
        Pair temporary = new Pair(Pair.temporaryKey(Pair.NOW + 1), SessionLimits.DEFAULT, PaddingPolicy.minimum());
        assertEquals(
                1,
                temporary
                        .serverReceives(Pair.toServerId(0), 1, Bodies.QUERY)
                        .messages
                        .size());
        temporary.time.advance(java.time.Duration.ofSeconds(1));
        assertEquals(
                Check.M3,
                temporary.serverReceives(Pair.toServerId(1), 3, Bodies.QUERY).check());
    }

    @Test
    @Tag("M3")
    void serverRefusesADestroyedKey() {
        AuthKey key = Pair.key(2);
        Pair other = new Pair(key, SessionLimits.DEFAULT, PaddingPolicy.minimum());
        key.destroy();
        assertEquals(
                Check.M3,
                other.serverReceives(Pair.toServerId(0), 1, Bodies.QUERY).check());
    }

    @Tag("M4")
    @ParameterizedTest
    @EnumSource
    void refusesEveryFlippedByte(Role role) {
        byte[] packet = pair.against(role).seal(Pair.SALT, Pair.SESSION, Pair.id(role, 0, 0), 1, 4, Bodies.QUERY, 44);
        for (int i = 8; i < packet.length; i++) {
            byte[] flipped = packet.clone();
            flipped[i] ^= 0x40;
            assertEquals(Check.M4, pair.receive(role, flipped).check(), "byte " + i);
        }
        assertEquals(1, pair.receive(role, packet).messages.size());
    }

    @Tag("M4")
    @ParameterizedTest
    @EnumSource
    void refusesItsOwnDirection(Role role) {
        byte[] packet = pair.against(role.peer()).message(Pair.id(role, 0, 0), 1, Bodies.QUERY);
        assertEquals(
                new Refusal(Check.M4, unreadable(role), 0, 0),
                pair.receive(role, packet).onlyRefusal());
    }

    @Tag("M4")
    @ParameterizedTest
    @EnumSource
    void wipesWhatItCannotBelieve(Role role) {
        byte[] packet = good(role);
        packet[packet.length - 1] ^= 1;
        pair.receiver(role).unpack(packet, 0, packet.length, new Recorder());
        assertArrayEquals(new byte[packet.length], packet);
    }

    @Tag("M5")
    @ParameterizedTest
    @EnumSource
    void refusesALengthThatIsNegativeOrOdd(Role role) {
        for (int length : new int[] {-1, -4, Integer.MIN_VALUE, Integer.MAX_VALUE, 1, 2, 3, 5, 6, 18}) {
            byte[] packet =
                    pair.against(role).seal(Pair.SALT, Pair.SESSION, Pair.id(role, 0, 0), 1, length, new byte[20], 28);
            assertEquals(
                    new Refusal(Check.M5, unreadable(role), 0, 0),
                    pair.receive(role, packet).onlyRefusal());
        }
    }

    @Tag("M6")
    @ParameterizedTest
    @EnumSource
    void takesPaddingFrom12To1024Alone(Role role) {
        int step = 0;
        for (int padding = -64; padding <= 1100; padding += 4) {
            byte[] body = Arrays.copyOf(Bodies.UPDATE, 16 * 80 - 32 - Math.max(padding, 0));
            if (body.length < 4) {
                continue;
            }
            byte[] packet = pair.against(role)
                    .seal(
                            Pair.SALT,
                            Pair.SESSION,
                            Pair.id(role, 0, step++),
                            2 * step + 1,
                            body.length - Math.min(padding, 0),
                            body,
                            Math.max(padding, 0));
            Recorder recorder = pair.receive(role, packet);
            if (padding >= 12 && padding <= 1024) {
                assertEquals(1, recorder.messages.size(), "padding " + padding);
            } else {
                assertEquals(
                        new Refusal(Check.M6, unreadable(role), 0, 0), recorder.onlyRefusal(), "padding " + padding);
            }
        }
    }

    @Test
    @Tag("M17")
    void clientRefusesPlaintext() {
        byte[] plain = new byte[40];
        plain[8] = 1;
        plain[16] = 20;
        assertEquals(
                new Refusal(Check.M17, new Reaction.Close(), 0, 0),
                pair.receive(Role.CLIENT, plain).onlyRefusal());
        assertEquals(Check.M17, pair.receive(Role.CLIENT, new byte[72]).check());
    }

    @Tag("M18")
    @ParameterizedTest
    @EnumSource
    void refusesTheOldEncryption(Role role) {
        byte[] packet = good(role);
        byte[] text = new byte[64];
        WireBytes.putLong(text, 0, Pair.SALT);
        WireBytes.putLong(text, 8, Pair.SESSION);
        WireBytes.putLong(text, 16, Pair.id(role, 0, 0));
        WireBytes.putInt(text, 24, 1);
        WireBytes.putInt(text, 28, 20);
        byte[] old = Bodies.concat(Arrays.copyOf(packet, 8), new byte[16], text);
        byte[] authKey = new byte[AuthKey.LENGTH];
        Pair.KEY.copyTo(authKey, 0);
        Digest sha1 = Pair.CRYPTO.newSha1();
        sha1.update(text, 0, 52);
        System.arraycopy(sha1.digest(), 4, old, 8, 16);
        byte[] key = new byte[32];
        byte[] iv = new byte[32];
        MessageKdf.v1(sha1, authKey, old, 8, role == Role.CLIENT ? 8 : 0, key, iv);
        AesIge ige = Pair.CRYPTO.newAesIge();
        ige.encrypt(key, iv, old, 24, text.length);
        assertEquals(
                new Refusal(Check.M4, unreadable(role), 0, 0),
                pair.receive(role, old).onlyRefusal());
    }

    @Tag("M19")
    @ParameterizedTest
    @EnumSource
    void showsNoDifferenceBetweenUnreadablePackets(Role role) {
        HostilePeer peer = pair.against(role);
        long id = Pair.id(role, 0, 0);
        byte[] flipped = good(role);
        flipped[30] ^= 1;
        byte[][] packets = {
            flipped,
            new SeededRandom(5).nextBytes(72),
            peer.seal(new byte[32]),
            peer.seal(Pair.SALT, Pair.SESSION, id, 1, -4, new byte[20], 28),
            peer.seal(Pair.SALT, Pair.SESSION, id, 1, 18, new byte[20], 28),
            peer.seal(Pair.SALT, Pair.SESSION, id, 1, 44, new byte[20], 28),
            peer.seal(Pair.SALT, Pair.SESSION, id, 1, 0, new byte[20], 1036),
        };
        Set<Refusal> visible = new HashSet<>();
        for (byte[] packet : packets) {
            Refusal refusal = pair.receive(role, packet).onlyRefusal();
            visible.add(new Refusal(Check.M19, refusal.reaction(), refusal.msgId(), refusal.seqNo()));
        }
        assertEquals(Set.of(new Refusal(Check.M19, unreadable(role), 0, 0)), visible);
    }

    @Test
    @Tag("M19")
    void wipesAGenuineTextWithAWrongLengthAsAnyOther() {
        byte[] packet = pair.toServer.seal(Pair.SALT, Pair.SESSION, Pair.toServerId(0), 1, 18, new byte[20], 28);
        pair.server.unpack(packet, 0, packet.length, new Recorder());
        assertArrayEquals(new byte[packet.length], packet);
    }

    @Test
    void serverFindsTheKeyOfAPacket() {
        byte[] packet = good(Role.SERVER);
        assertEquals(
                Pair.KEY.id().value(),
                PacketOpener.keyIdOf(packet, 0, packet.length).orElseThrow());
        assertTrue(PacketOpener.keyIdOf(packet, 0, 7).isEmpty());
    }

    @Test
    void serverLearnsTheSessionBeforeItUnpacks() {
        SessionClock clock = SessionClock.server(pair.time);
        PacketOpener opener = PacketOpener.of(Pair.CRYPTO, Pair.KEY, Role.SERVER, clock, false);
        byte[] packet = good(Role.SERVER);
        Recorder recorder = new Recorder();
        assertTrue(opener.open(packet, 0, packet.length, recorder));
        assertEquals(Pair.SESSION, opener.sessionId());
        assertEquals(Pair.SALT, opener.salt());
        assertEquals(Pair.toServerId(0), opener.msgId());
        pair.server.unpack(opener, recorder);
        assertEquals(1, recorder.messages.size());
        assertEquals(Pair.SALT, pair.server.receivedSalt().value());
        assertFalse(opener.open(new byte[100], 0, 100, recorder));
    }
}
