package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** How much padding each policy chooses. */
@Tag("M6")
class PaddingPolicyTests {

    private static final PaddingPolicy MINIMUM = PaddingPolicy.minimum();
    private static final PaddingPolicy BUCKETS = PaddingPolicy.buckets();

    @Property(tries = 300)
    void everyPolicyKeepsTheRule(
            @ForAll @IntRange(min = 9, max = 4_000_000) int words,
            @ForAll @IntRange(max = 997) int most,
            @ForAll int random) {
        int unpadded = 4 * words;
        int least = MINIMUM.paddingFor(unpadded, () -> random);
        assertTrue(least >= 12 && least <= 27);
        int bucket = BUCKETS.paddingFor(unpadded, () -> random);
        int drawn = PaddingPolicy.random(most).paddingFor(unpadded, () -> random);
        assertTrue(bucket >= least && drawn >= least && drawn <= least + most + 15);
        for (int padding : new int[] {least, bucket, drawn}) {
            assertTrue(PaddingSizes.isAllowed(unpadded, padding), "padding " + padding + " behind " + unpadded);
        }
    }

    @Example
    void bucketsAreFewSizes() {
        Set<Integer> sizes = new HashSet<>();
        for (int unpadded = 36; unpadded <= 2172; unpadded += 4) {
            sizes.add(unpadded + BUCKETS.paddingFor(unpadded, () -> 0));
        }
        assertEquals(Set.of(64, 128, 192, 256, 384, 512, 768, 1024, 1280, 1728, 2176, 2624), sizes);
    }

    @Example
    void randomPaddingVaries() {
        Random random = new Random(1);
        Set<Integer> lengths = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            lengths.add(PaddingPolicy.random(255).paddingFor(100, random::nextInt));
        }
        assertTrue(lengths.size() > 12, lengths::toString);
        assertThrows(IllegalArgumentException.class, () -> PaddingPolicy.random(998));
        assertThrows(IllegalArgumentException.class, () -> PaddingPolicy.random(-1));
    }

    @Property(tries = 40)
    void aSessionRefusesABadChoice(@ForAll @IntRange(min = -16, max = 1100) int choice) {
        EncryptedSession session = Pair.builder(Pair.KEY, Role.CLIENT)
                .padding((unpadded, random) -> choice)
                .build();
        PacketBuffer out = new PacketBuffer();
        if (PaddingSizes.isAllowed(36, choice)) {
            session.pack(Bodies.QUERY, 0, 4, true, out);
            assertEquals(24 + 36 + choice, out.length());
        } else {
            assertThrows(IllegalStateException.class, () -> session.pack(Bodies.QUERY, 0, 4, true, out));
        }
    }
}
