package dev.mtproto.session.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.test.FakeClock;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.test.VectorEntry;
import dev.mtproto.test.Vectors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of message ids: how they are made, and when a client takes them. */
class MsgIdVectorTests {

    private static final Map<String, Integer> KINDS =
            Map.of("client", MsgIdGenerator.CLIENT, "response", MsgIdGenerator.ANSWER, "server", MsgIdGenerator.NOTICE);

    static List<VectorEntry> entries() {
        return Vectors.file("msg_id");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void isMadeOrTaken(VectorEntry entry) {
        if (entry.inputs().has("unix_seconds")) {
            made(entry);
        } else {
            taken(entry);
        }
    }

    /** The implementations fill the low half in different ways; the seconds and the kind are the same. */
    private static void made(VectorEntry entry) {
        Fields inputs = entry.inputs();
        Instant moment = Instant.ofEpochSecond(inputs.decimal("unix_seconds"), inputs.decimal("nanos"));
        SessionClock clock = SessionClock.server(new FakeClock(moment));
        MsgIdGenerator generator = new MsgIdGenerator(clock, new RandomInts(new SeededRandom(1)));
        long id = generator.next(KINDS.get(inputs.text("type")));
        long expected = Hex.bigEndian(entry.outputs().text("msg_id_hex"));
        assertEquals(expected >>> 32, id >>> 32);
        assertEquals(expected & 3, id & 3);
        long nanos = ((id & 0xffff_ffffL) * 1_000_000_000L) >>> 32;
        assertTrue(Math.abs(nanos - moment.getNano()) < 2_000_000, "shows the fraction: " + nanos);
    }

    private static void taken(VectorEntry entry) {
        Pair pair = new Pair();
        long seconds = Pair.NOW + entry.inputs().decimal("offset_seconds_from_now");
        long id = (seconds << 32) + entry.inputs().integer("low_bits");
        Recorder recorder = pair.clientReceives(id, 1, Bodies.UPDATE);
        boolean accepted = entry.outputs().text("expected").equals("accept");
        assertEquals(accepted ? List.of(id) : List.of(), recorder.ids());
        assertEquals(accepted, recorder.refusals.isEmpty());
    }
}
