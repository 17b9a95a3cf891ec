package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of the filter against repeats. */
class ReplayVectorTests {

    private static final Pattern ROW = Pattern.compile("add (\\d+),(\\d+),\\.\\.\\.,(\\d+)");

    static List<VectorEntry> entries() {
        return Vectors.file("replay");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void addsAsExpected(VectorEntry entry) {
        ReplayFilter filter = new ReplayFilter(entry.inputs().integer("capacity"), false);
        if (entry.inputs().has("prefill")) {
            prefill(filter, entry.inputs().text("prefill"));
        }
        JsonNode results = entry.outputs().get("results");
        int index = 0;
        for (JsonNode op : entry.inputs().get("ops")) {
            assertEquals("add", op.get(0).asText());
            long id = Long.parseUnsignedLong(op.get(1).asText());
            assertEquals(results.get(index).booleanValue(), add(filter, id), "op " + index);
            index++;
        }
        assertEquals(results.size(), index);
    }

    private static void prefill(ReplayFilter filter, String row) {
        Matcher matcher = ROW.matcher(row);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a row that is not understood: " + row);
        }
        long first = Long.parseLong(matcher.group(1));
        long step = Long.parseLong(matcher.group(2)) - first;
        for (long id = first; id <= Long.parseLong(matcher.group(3)); id += step) {
            add(filter, id);
        }
    }

    static boolean add(ReplayFilter filter, long id) {
        boolean fresh = filter.check(id) == ReplayFilter.Verdict.NEW;
        if (fresh) {
            filter.remember(id, 0, 0);
        }
        return fresh;
    }
}
