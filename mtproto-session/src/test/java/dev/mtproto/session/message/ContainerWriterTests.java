package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.SessionId;
import dev.mtproto.test.Hex;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.MsgContainer;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers on their way out, and the limits of what is packed. */
class ContainerWriterTests {

    /** The encrypted part has a multiple of 16 bytes. */
    private static final int LARGEST_BODY = ((SessionLimits.DEFAULT.packet() - 24) & -16) - 32 - 12;

    private final Pair pair = new Pair();
    private final PacketBuffer out = new PacketBuffer(0);

    @Test
    void numbersItsMessagesAndThenItself() {
        ContainerWriter container = pair.client.openContainer(out);
        long query = container.add(new HelpGetConfig());
        long ping = container.add(new Ping(3));
        assertEquals(2, container.count());
        long outer = container.seal();
        assertTrue(query < ping && ping < outer);
        Recorder recorder = pair.receive(Role.SERVER, Pair.packet(out));
        assertEquals(
                List.of(
                        new Recorder.Received(query, 1, Hex.of(Bodies.QUERY)),
                        new Recorder.Received(ping, 2, Hex.of(Bodies.of(new Ping(3))))),
                recorder.messages);
    }

    @Test
    void sendsAnOldMessageAgainUnderItsNumber() {
        long old = pair.client.pack(new HelpGetConfig(), out);
        ContainerWriter container = pair.client.openContainer(out);
        container.addAgain(old, 1, Bodies.QUERY, 0, 4);
        container.seal();
        assertEquals(List.of(old), pair.receive(Role.SERVER, Pair.packet(out)).ids());
    }

    @Test
    void showsWhetherItAnswers() {
        ContainerWriter container = pair.server.openContainer(out);
        container.add(new Pong(1, 2));
        assertEquals(1, container.seal() & 3);
        assertEquals(3, pair.server.openContainer(out).seal() & 3);
    }

    @Test
    void staysWithinItsLimits() {
        ContainerWriter container = pair.client.openContainer(out);
        assertTrue(container.hasRoomFor(1_000_000));
        for (int i = 0; i < 1020; i++) {
            assertTrue(container.hasRoomFor(4) || i * 20 >= ContainerWriter.SOFT_BYTES);
            container.add(Bodies.QUERY, 0, 4, true);
        }
        assertFalse(container.hasRoomFor(4));
        assertThrows(IllegalArgumentException.class, () -> container.add(Bodies.QUERY, 0, 4, true));
        container.seal();
        assertEquals(1020, pair.receive(Role.SERVER, Pair.packet(out)).messages.size());
    }

    @Test
    void takesNoMoreAfterTheSoftLimit() {
        ContainerWriter container = pair.client.openContainer(out);
        byte[] large = new byte[1 << 15];
        WireBytes.putInt(large, 0, 0x7f00_0001);
        container.add(large, 0, large.length, true);
        assertFalse(container.hasRoomFor(4));
    }

    @Test
    void hasRoomUpToTheVeryLimits() {
        ContainerWriter container = pair.client.openContainer(out);
        int first = LARGEST_BODY - 8 - 16;
        assertTrue(container.hasRoomFor(first));
        assertFalse(container.hasRoomFor(first + 1));
        byte[] body = new byte[ContainerWriter.SOFT_BYTES - 16 - 4];
        WireBytes.putInt(body, 0, 0x7f00_0001);
        container.add(body, 0, body.length, true);
        assertTrue(container.hasRoomFor(4), "4 bytes below the soft limit");
        assertTrue(container.hasRoomFor(first - body.length - 16));
        assertFalse(container.hasRoomFor(first - body.length - 15));
        container.add(body, 0, 4, true);
        assertFalse(container.hasRoomFor(4));
        byte[] four = Arrays.copyOf(body, body.length + 4);
        container = pair.client.openContainer(out);
        container.add(four, 0, four.length, true);
        assertFalse(container.hasRoomFor(4), "at the soft limit");
    }

    @Test
    void aPacketHoldsTheLargestBodyThatFits() {
        byte[] body = new byte[LARGEST_BODY + 4];
        WireBytes.putInt(body, 0, 0x7f00_0001);
        pair.client.pack(body, 0, LARGEST_BODY, true, out);
        assertTrue(out.length() <= SessionLimits.DEFAULT.packet());
        assertThrows(IllegalArgumentException.class, () -> pair.client.pack(body, 0, LARGEST_BODY + 4, true, out));
    }

    @Test
    void holdsTheLargestMessageThatFits() {
        int most = LARGEST_BODY - 8 - 16;
        byte[] body = new byte[most];
        WireBytes.putInt(body, 0, 0x7f00_0001);
        ContainerWriter container = pair.client.openContainer(out);
        container.add(body, 0, most, true);
        container.seal();
        assertTrue(out.length() <= SessionLimits.DEFAULT.packet());
        assertEquals(1, pair.receive(Role.SERVER, Pair.packet(out)).messages.size());
    }

    @Test
    void aNewSessionStartsWithFreshNumbersAndRemembersNothing() {
        pair.client.pack(new HelpGetConfig(), out);
        long id = Pair.toClientId(0);
        assertEquals(1, pair.clientReceives(id, 1, Bodies.UPDATE).messages.size());
        assertEquals(0, pair.clientReceives(id, 1, Bodies.UPDATE).messages.size());
        long session = pair.client.renew().value();
        pair.client.pack(new HelpGetConfig(), out);
        assertEquals(1, pair.client.packedSeqNo());
        byte[] packet = pair.toClient.message(Pair.SALT, session, id, 1, Bodies.UPDATE);
        assertEquals(1, pair.receive(Role.CLIENT, packet).messages.size());
    }

    @Test
    void refusesWhatMayNotStandInIt() {
        ContainerWriter container = pair.client.openContainer(out);
        assertThrows(IllegalArgumentException.class, () -> container.add(new MsgContainer(List.of())));
        assertThrows(IllegalArgumentException.class, () -> container.add(new byte[6], 0, 6, true));
        assertThrows(IllegalArgumentException.class, () -> container.add(new byte[2_000_000], 0, 2_000_000, true));
        long ping = container.add(new Ping(1));
        container.seal();
        assertEquals(List.of(ping), pair.receive(Role.SERVER, Pair.packet(out)).ids());
        assertThrows(IllegalStateException.class, container::seal);
        assertThrows(IllegalStateException.class, () -> container.add(new Ping(1)));
    }

    @Test
    void aPacketStaysWithinTheLimit() {
        int most = SessionLimits.DEFAULT.packet() - 24 - 32 - 12;
        byte[] body = new byte[most];
        WireBytes.putInt(body, 0, 0x7f00_0001);
        EncryptedSession bucketed = Pair.builder(Pair.KEY, Role.CLIENT)
                .padding(PaddingPolicy.buckets())
                .build();
        bucketed.pack(body, 0, most & ~15, true, out);
        assertTrue(out.length() <= SessionLimits.DEFAULT.packet(), "length " + out.length());
        assertThrows(
                IllegalArgumentException.class, () -> pair.client.pack(new byte[most + 4], 0, most + 4, true, out));
        assertThrows(IllegalArgumentException.class, () -> pair.client.pack(new byte[8], 0, 6, true, out));
        assertThrows(IllegalArgumentException.class, () -> pair.client.pack(new byte[8], 0, 0, true, out));
    }

    @Test
    void aMessageThatHoldsItsOwnIdGetsItBefore() {
        long id = pair.client.newMsgId();
        pair.client.pack(new HelpGetConfig(), id, out);
        assertEquals(List.of(id), pair.receive(Role.SERVER, Pair.packet(out)).ids());
    }

    @Test
    void onlyAClientBeginsSessions() {
        assertThrows(IllegalStateException.class, pair.server::renew);
        assertThrows(IllegalStateException.class, () -> EncryptedSession.builder(Pair.CRYPTO, Pair.KEY, Role.SERVER)
                .build());
        SessionId drawn = EncryptedSession.builder(Pair.CRYPTO, Pair.KEY, Role.CLIENT)
                .build()
                .sessionId();
        assertFalse(drawn.value() == 0);
    }

    @Test
    void aDestroyedSessionIsOver() {
        pair.client.destroy();
        assertTrue(pair.client.isDestroyed());
        assertThrows(IllegalStateException.class, () -> pair.client.pack(new Ping(1), out));
    }

    @Test
    void showsNoSecret() {
        assertEquals("EncryptedSession[0807060504030201, CLIENT]", pair.client.toString());
    }
}
