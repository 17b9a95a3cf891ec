package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Role;
import dev.mtproto.crypto.MessageCipher;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.MsgsStateInfo;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/**
 * Whatever stands behind a right msg_key, a session ends up with messages or refusals, and goes on: after each packet that
 * does not close the connection a proper message still gets through.
 */
@Tag("M13")
@Tag("D1")
class HostileContentTests {

    private static final long FAR = 1 << 20;

    @Property(tries = 400)
    void anyPlaintext(@ForAll Role role, @ForAll @Size(max = 600) byte[] start) {
        Pair pair = new Pair();
        byte[] plaintext = Arrays.copyOf(start, Math.max(48, (start.length + 15) & ~15));
        check(pair, role, pair.against(role).seal(plaintext));
    }

    @Property(tries = 600)
    void anyHeader(
            @ForAll Role role,
            @ForAll("fields") long salt,
            @ForAll("fields") long session,
            @ForAll("ids") long msgId,
            @ForAll int seqNo,
            @ForAll("lengths") int length,
            @ForAll("bodies") byte[] body) {
        Pair pair = new Pair();
        int padding = PaddingSizes.least(32 + body.length);
        check(pair, role, pair.against(role).seal(salt, session, msgId, seqNo, length, body, padding));
    }

    @Property(tries = 900)
    void anyBody(@ForAll Role role, @ForAll("bodies") byte[] body, @ForAll boolean odd) {
        Pair pair = new Pair();
        check(pair, role, pair.against(role).message(Pair.id(role, 0, 0), odd ? 1 : 0, body));
    }

    @Property(tries = 600)
    void anySequence(@ForAll Role role, @ForAll("packets") @Size(max = 12) List<Sent> packets) {
        Pair pair = new Pair();
        for (Sent sent : packets) {
            long id = Pair.id(role, 0, sent.step());
            Recorder recorder = pair.receive(role, pair.against(role).message(id, sent.seqNo(), sent.body()));
            assertTrue(recorder.messages.size() <= 1100 && recorder.refusals.size() <= 1100);
        }
        assertEquals(1, pair.receive(role, proper(pair, role)).messages.size());
    }

    @Property(tries = 300)
    void anyPacket(@ForAll Role role, @ForAll @Size(max = 300) byte[] packet) {
        Pair pair = new Pair();
        assertTrue(pair.receive(role, packet).isClosed());
        assertEquals(1, pair.receive(role, proper(pair, role)).messages.size());
    }

    record Sent(int step, int seqNo, byte[] body) {}

    private static void check(Pair pair, Role role, byte[] packet) {
        Recorder recorder = pair.receive(role, packet);
        boolean outcome = recorder.messages.size()
                        + recorder.refusals.size()
                        + recorder.duplicates.size()
                        + recorder.copies.size()
                > 0;
        assertTrue(outcome || isEmptyContainer(role, packet), "a packet without any outcome");
        assertEquals(1, pair.receive(role, proper(pair, role)).messages.size());
    }

    /** An empty container, plain or packed, is the one body that has no outcome. */
    private static boolean isEmptyContainer(Role role, byte[] packet) {
        byte[] opened = packet.clone();
        int encrypted = packet.length - MessageCipher.HEADER;
        assertTrue(Pair.CRYPTO.newMessageCipher(Pair.KEY, role).open(opened, 0, encrypted));
        int start = MessageCipher.HEADER + 32;
        byte[] body = Arrays.copyOfRange(opened, start, start + WireBytes.getInt(opened, start - 4));
        if (WireBytes.getInt(body, 0) == GzipPacked.ID) {
            body = Gzip.unpack(body, 0, body.length, 100);
        }
        return Arrays.equals(Bodies.container(), body);
    }

    private static byte[] proper(Pair pair, Role role) {
        return pair.against(role).message(Pair.id(role, 20, (int) FAR), Integer.MAX_VALUE, Bodies.UPDATE);
    }

    @Provide
    Arbitrary<Long> fields() {
        return Arbitraries.oneOf(Arbitraries.of(Pair.SALT, Pair.SESSION), Arbitraries.longs());
    }

    @Provide
    Arbitrary<Long> ids() {
        Arbitrary<Long> near = Arbitraries.integers().between(0, 40).map(step -> (Pair.NOW << 32) + step);
        return Arbitraries.oneOf(near, Arbitraries.longs());
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-8, 80), Arbitraries.integers());
    }

    @Provide
    Arbitrary<List<Sent>> packets() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(-1, 9),
                        bodies())
                .as(Sent::new)
                .list();
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> whole = wholeBodies();
        return Arbitraries.oneOf(
                whole, whole.flatMap(HostileContentTests::mutated), containers().flatMap(HostileContentTests::mutated));
    }

    private static Arbitrary<byte[]> wholeBodies() {
        Arbitrary<byte[]> plain = Arbitraries.of(
                        Bodies.QUERY,
                        Bodies.PING,
                        Bodies.UPDATE,
                        Bodies.ack(1L, 2L, 3L),
                        Bodies.of(new BadServerSalt(1, 2, 48, 3)),
                        Bodies.of(new MsgsStateInfo(1, TlBytes.of(new byte[9]))),
                        Bodies.container(),
                        new byte[8])
                .map(byte[]::clone);
        Arbitrary<byte[]> packed = plain.map(Bodies::gzip);
        Arbitrary<byte[]> twice = packed.map(Bodies::gzip);
        Arbitrary<byte[]> bombs = Arbitraries.of(1 << 12, 1 << 21).map(size -> Bodies.gzip(new byte[size]));
        return Arbitraries.frequencyOf(
                Tuple.of(8, plain),
                Tuple.of(3, packed),
                Tuple.of(2, twice),
                Tuple.of(1, bombs),
                Tuple.of(6, containers()),
                Tuple.of(2, containers().map(Bodies::gzip)));
    }

    private static Arbitrary<byte[]> containers() {
        Arbitrary<byte[]> bodies = Arbitraries.of(
                Bodies.QUERY,
                Bodies.PING,
                Bodies.gzip(Bodies.UPDATE),
                Bodies.ack(4L),
                Bodies.container(),
                Bodies.copy(new Bodies.Inner(1, 1, Bodies.UPDATE)));
        Arbitrary<Bodies.Inner> messages = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(-1, 9),
                        bodies)
                .as((step, seqNo, body) -> new Bodies.Inner(((Pair.NOW - 5) << 32) + step, seqNo, body));
        Arbitrary<byte[]> containers =
                messages.array(Bodies.Inner[].class).ofMaxSize(5).map(Bodies::container);
        return Arbitraries.oneOf(containers, messages.map(Bodies::copy));
    }

    /** Another number at one place, or another length of the whole. */
    private static Arbitrary<byte[]> mutated(byte[] body) {
        Arbitrary<byte[]> numbers = Combinators.combine(
                        Arbitraries.integers().between(0, Math.max(0, body.length / 4 - 1)),
                        Arbitraries.oneOf(
                                Arbitraries.integers(),
                                Arbitraries.of(-1, -4, 0, 1, 4, 1024, 1025, Integer.MAX_VALUE, Integer.MIN_VALUE)))
                .as((word, value) -> {
                    byte[] changed = Arrays.copyOf(body, Math.max(body.length, 4));
                    WireBytes.putInt(changed, 4 * word, value);
                    return changed;
                });
        Arbitrary<byte[]> lengths =
                Arbitraries.integers().between(0, body.length / 4 + 4).map(words -> Arrays.copyOf(body, 4 * words));
        return Arbitraries.oneOf(numbers, lengths);
    }
}
