package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose clock is far off, against a whole server. */
@Tag("R8")
class ClockTests {

    private static final long MINUTE = 60_000;

    @ParameterizedTest
    @ValueSource(longs = {-24 * 60, -5 * 60, -60, -6, 1, 6, 60, 5 * 60, 24 * 60})
    void aClockThatIsHoursOffConvergesInTwoExchanges(long minutes) {
        World world = new World(1, EngineLimits.DEFAULT, null);
        world.skew = minutes * MINUTE;
        long request = world.submit(1, false, List.of());
        world.connect();
        world.run(10_000, true);
        assertInstanceOf(
                Outcome.Answered.class,
                world.outcomes.getOrDefault(request, List.of()).get(0));
        assertEquals(1, world.server.runs.get(1L));
        List<EngineEvent.Resent> resent = world.events.stream()
                .filter(EngineEvent.Resent.class::isInstance)
                .map(EngineEvent.Resent.class::cast)
                .toList();
        assertTrue(resent.size() <= 1, resent.size() + " times sent again");
        long corrected = world.events.stream()
                .filter(EngineEvent.ClockCorrected.class::isInstance)
                .count();
        assertTrue(corrected <= 1, corrected + " corrections");
        long later = world.submit(2, false, List.of());
        world.run(20_000, true);
        assertInstanceOf(Outcome.Answered.class, world.outcomes.get(later).get(0));
        assertEquals(
                resent.size(),
                world.events.stream()
                        .filter(EngineEvent.Resent.class::isInstance)
                        .count());
    }
}
