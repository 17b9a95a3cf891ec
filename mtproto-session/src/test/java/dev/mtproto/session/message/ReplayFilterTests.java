package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The filter against a model of it that boxes everything. */
@Tag("M9")
class ReplayFilterTests {

    @Property(tries = 300)
    @Tag("D1")
    void behavesAsASortedSetOfTheHighest(
            @ForAll @IntRange(min = 1, max = 40) int capacity,
            @ForAll @Size(max = 300) List<@IntRange(min = -60, max = 60) Integer> ids) {
        ReplayFilter filter = new ReplayFilter(capacity, true);
        ReplayFilter plain = new ReplayFilter(capacity, false);
        TreeMap<Long, Integer> model = new TreeMap<>(Long::compareUnsigned);
        int seqNo = 0;
        for (long id : ids) {
            boolean full = model.size() == capacity;
            ReplayFilter.Verdict expected = model.containsKey(id)
                    ? ReplayFilter.Verdict.KNOWN
                    : full && Long.compareUnsigned(id, model.firstKey()) < 0
                            ? ReplayFilter.Verdict.TOO_OLD
                            : ReplayFilter.Verdict.NEW;
            assertEquals(expected, filter.check(id));
            assertEquals(expected, plain.check(id));
            if (expected == ReplayFilter.Verdict.NEW) {
                Long below = model.lowerKey(id);
                Long above = model.higherKey(id);
                assertEquals(below == null ? Long.MIN_VALUE : model.get(below), filter.seqNoBelow(id));
                assertEquals(above == null ? Long.MAX_VALUE : model.get(above), filter.seqNoAbove(id));
                filter.remember(id, seqNo, id * 31);
                plain.remember(id, seqNo, 0);
                model.put(id, seqNo++);
                if (full) {
                    model.remove(model.firstKey());
                }
            }
            for (long known : model.keySet()) {
                assertEquals(known * 31, filter.content(known));
            }
        }
        filter.clear();
        assertTrue(ids.stream().allMatch(id -> filter.check(id) == ReplayFilter.Verdict.NEW));
    }

    @Property(tries = 20)
    void risingIdsKeepTheFloor(@ForAll @IntRange(min = 1, max = 1000) int capacity) {
        ReplayFilter filter = new ReplayFilter(capacity, false);
        for (long id = 1; id <= 5000; id++) {
            assertTrue(ReplayVectorTests.add(filter, 4 * id));
        }
        assertEquals(ReplayFilter.Verdict.KNOWN, filter.check(4L * (5001 - capacity)));
        assertEquals(ReplayFilter.Verdict.TOO_OLD, filter.check(4L * (5000 - capacity)));
    }
}
