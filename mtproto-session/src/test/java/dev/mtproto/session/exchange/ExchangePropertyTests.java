package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Client and server against each other, undisturbed and disturbed. */
class ExchangePropertyTests {

    private static ExchangeRequest request(boolean temporary) {
        return new ExchangeRequest(
                TestServer.PUBLIC, TestServer.DC, temporary ? OptionalInt.of(86_400) : OptionalInt.empty());
    }

    /** Puts random bytes behind every object, as servers do. */
    private static Duel.Wire tails(long seed) {
        Random random = new Random(seed);
        return (number, packet) -> {
            byte[] tail = new byte[4 * random.nextInt(40)];
            random.nextBytes(tail);
            return Packets.withTail(packet, tail);
        };
    }

    @Property(tries = 40)
    @Tag("H19")
    @Tag("S1")
    @Tag("S11")
    void bothSidesAgree(
            @ForAll long seed,
            @ForAll boolean temporary,
            @ForAll @IntRange(max = 5) int refusals,
            @ForAll @IntRange(max = 2) int repeats) {
        Duel duel = new Duel(seed, request(temporary), refusals);
        ExchangeResult result = duel.run(tails(seed), repeats).orElseThrow();
        assertTrue(duel.agrees(result));
        assertEquals(repeats * (2 + refusals), duel.ignored());
        assertEquals(0, result.timeOffsetSeconds());
    }

    @Property(tries = 10)
    @Tag("H19")
    void theClientStopsAtTheSixthRefusal(@ForAll long seed, @ForAll boolean temporary) {
        assertEquals(Optional.empty(), new Duel(seed, request(temporary), 6).run(tails(seed), 0));
    }

    /** Flips bits of one packet, in either direction. */
    @Property(tries = 100)
    void aDamagedPacketGivesNoWrongKey(
            @ForAll long seed, @ForAll @IntRange(max = 7) int target, @ForAll @IntRange(max = 1) int refusals) {
        disturb(seed, target, refusals, packet -> {
            Random random = new Random(seed);
            byte[] damaged = packet.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        });
    }

    /** Cuts a packet off, or makes it longer. */
    @Property(tries = 60)
    void aPacketOfAnotherLengthGivesNoWrongKey(
            @ForAll long seed,
            @ForAll @IntRange(max = 7) int target,
            @ForAll @IntRange(min = -700, max = 700) int more) {
        disturb(seed, target, 1, packet -> Arrays.copyOf(packet, Math.max(0, packet.length + more)));
    }

    /** Puts any object-like bytes in place of the body, behind a right constructor id. */
    @Property(tries = 60)
    void anotherBodyGivesNoWrongKey(
            @ForAll long seed, @ForAll @IntRange(max = 7) int target, @ForAll @IntRange(max = 200) int words) {
        disturb(seed, target, 1, packet -> {
            Random random = new Random(seed);
            byte[] body = new byte[4 + 4 * words];
            random.nextBytes(body);
            byte[] right = Packets.body(packet);
            System.arraycopy(right, 0, body, 0, Math.min(body.length, random.nextInt(right.length)));
            return Packets.of(body);
        });
    }

    private interface Damage {
        byte[] apply(byte[] packet);
    }

    private static void disturb(long seed, int target, int refusals, Damage damage) {
        Duel duel = new Duel(seed, request(seed % 3 == 0), refusals);
        Optional<ExchangeResult> result =
                duel.run((number, packet) -> number == target ? damage.apply(packet) : packet, 0);
        assertTrue(result.isEmpty() || duel.agrees(result.get()));
    }
}
