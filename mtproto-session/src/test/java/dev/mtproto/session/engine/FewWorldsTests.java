package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A few sessions of the model that {@link EngineModelTests} runs by the thousand: as many as a mutant of the engine may cost. */
class FewWorldsTests {

    private static final int WORLDS = 25;

    @Test
    void aFewBadNetworksAndServers() {
        int answered = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            World world = new World(seed, EngineLimits.DEFAULT, null);
            List<Long> ids = EngineModelTests.chaos(world);
            EngineModelTests.finish(world, ids);
            for (long id : ids) {
                Outcome outcome = world.outcomes.get(id).get(0);
                int runs = world.server.runs.getOrDefault(world.numbers.get(id), 0);
                boolean ran = outcome instanceof Outcome.Answered;
                answered += ran ? 1 : 0;
                assertTrue(runs > 0 || !ran, "answered without a run");
                assertTrue(runs == 0 || !(outcome instanceof Outcome.NeverSent), "ran and was never sent");
            }
        }
        assertTrue(answered > 5 * WORLDS, answered + " answers");
    }

    @Test
    void aGoodNetworkAnswersAllAtOnce() {
        World world = new World(3, EngineLimits.DEFAULT, null);
        world.connect();
        for (long number = 1; number <= 40; number++) {
            world.submit(number, false, List.of());
        }
        world.run(20_000, true);
        assertEquals(40, world.outcomes.size());
        assertTrue(world.now < 5_000, world.now + " ms");
        assertTrue(world.packetsSent < 20, world.packetsSent + " packets");
        assertEquals(0, world.events.stream()
                .filter(EngineEvent.Resent.class::isInstance)
                .count());
    }
}
