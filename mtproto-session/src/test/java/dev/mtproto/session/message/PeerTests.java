package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Client and server against each other: what one packs, the other one unpacks, byte for byte. */
class PeerTests {

    @Property(tries = 200)
    void whatIsPackedIsUnpacked(
            @ForAll Role sender,
            @ForAll("policies") PaddingPolicy padding,
            @ForAll("sizes") @Size(min = 1, max = 8) List<Integer> words,
            @ForAll long seed) {
        Pair pair = new Pair(Pair.KEY, SessionLimits.DEFAULT, padding);
        EncryptedSession from = pair.receiver(sender);
        PacketBuffer out = new PacketBuffer(0);
        for (int count : words) {
            byte[] body = body(seed, 4 * count);
            long msgId = from.pack(body, 0, body.length, true, out);
            byte[] packet = Pair.packet(out);
            int token = from.quickAckToken();
            Recorder recorder = pair.receive(sender.peer(), packet);
            assertEquals(List.of(msgId), recorder.ids());
            assertEquals(Hex.of(body), recorder.messages.get(0).body());
            assertEquals(token, pair.receiver(sender.peer()).receivedQuickAckToken());
            assertTrue(token < 0);
            assertEquals(List.of(msgId), pair.receive(sender.peer(), packet).duplicates);
        }
    }

    @Property(tries = 150)
    void containersAreTakenApart(
            @ForAll Role sender,
            @ForAll("policies") PaddingPolicy padding,
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 40) Integer> words,
            @ForAll long seed) {
        Pair pair = new Pair(Pair.KEY, SessionLimits.DEFAULT, padding);
        EncryptedSession from = pair.receiver(sender);
        PacketBuffer out = new PacketBuffer(0);
        ContainerWriter container = from.openContainer(out);
        List<Long> ids = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int count : words) {
            byte[] body = body(seed + count, 4 * count);
            ids.add(container.add(body, 0, body.length, count % 2 == 1 || sender == Role.CLIENT));
            bodies.add(Hex.of(body));
        }
        long outer = container.seal();
        Recorder recorder = pair.receive(sender.peer(), Pair.packet(out));
        assertEquals(ids, recorder.ids());
        assertEquals(
                bodies, recorder.messages.stream().map(Recorder.Received::body).toList());
        assertTrue(recorder.refusals.isEmpty() && recorder.duplicates.isEmpty(), recorder::toString);
        assertTrue(ids.stream().allMatch(id -> Long.compareUnsigned(id, outer) < 0));
    }

    @Property(tries = 60)
    void packetsMayArriveInAnyOrder(@ForAll Role sender, @ForAll long seed) {
        Pair pair = new Pair();
        List<byte[]> packets = new ArrayList<>();
        PacketBuffer out = new PacketBuffer();
        for (int i = 0; i < 40; i++) {
            byte[] body = i % 3 == 0 ? Bodies.PING : Bodies.QUERY;
            pair.receiver(sender).pack(body, 0, body.length, i % 3 != 0, out);
            packets.add(Pair.packet(out));
        }
        java.util.Collections.shuffle(packets, new java.util.Random(seed));
        for (byte[] packet : packets) {
            Recorder recorder = pair.receive(sender.peer(), packet);
            assertEquals(1, recorder.messages.size(), recorder::toString);
        }
    }

    /** A body of an API type: an id that no service message has, then anything. */
    private static byte[] body(long seed, int length) {
        byte[] body = new SeededRandom(seed).nextBytes(length);
        WireBytes.putInt(body, 0, 0x7f00_0001);
        return body;
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 600),
                        Arbitraries.integers().between(1, 50_000))
                .list();
    }

    @Provide
    Arbitrary<PaddingPolicy> policies() {
        return Arbitraries.oneOf(
                Arbitraries.just(PaddingPolicy.minimum()),
                Arbitraries.just(PaddingPolicy.buckets()),
                Arbitraries.integers().between(0, 997).map(PaddingPolicy::random));
    }
}
