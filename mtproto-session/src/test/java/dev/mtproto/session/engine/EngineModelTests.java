package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds whatever the network, the clocks and the server do. A failure names the seed that repeats it. */
class EngineModelTests {

    private static final EngineLimits PATIENT = new EngineLimits(1000, 1 << 20, 40);

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void overABadNetworkAllIsAnsweredAndRunsOnce(@ForAll long seed) {
        World world = new World(seed, PATIENT, null);
        badNetwork(world);
        List<Long> ids = submitAll(world, false);
        finish(world, ids);
        for (long id : ids) {
            long number = world.numbers.get(id);
            Outcome outcome = world.outcomes.get(id).get(0);
            boolean right = Numbered.isRefused(number)
                    ? outcome instanceof Outcome.Refused refused
                            && refused.error().argument().getAsInt() == number
                    : outcome instanceof Outcome.Answered;
            assertTrue(right, () -> "query " + number + " ended in " + outcome);
            assertEquals(1, world.server.runs.get(number), () -> "runs of query " + number);
        }
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void whateverHappensEachRequestHasOneOutcomeAndRunsOnce(@ForAll long seed) {
        World world = new World(seed, EngineLimits.DEFAULT, null);
        List<Long> ids = chaos(world);
        finish(world, ids);
        for (long id : ids) {
            honest(world, id);
        }
    }

    /** What an outcome says of the query's fate is true, and none ran twice but where the server itself had forgotten it. */
    private static void honest(World world, long id) {
        long number = world.numbers.get(id);
        int runs = world.server.runs.getOrDefault(number, 0);
        Outcome outcome = world.outcomes.get(id).get(0);
        if (outcome instanceof Outcome.NeverSent) {
            assertEquals(0, runs, () -> "query " + number + " was never sent and ran");
        } else if (outcome instanceof Outcome.Answered) {
            assertTrue(runs > 0, () -> "query " + number + " was answered without a run");
        }
    }

    static List<Long> chaos(World world) {
        badNetwork(world);
        int jumps = world.random.nextInt(3);
        for (int i = 0; i < jumps; i++) {
            long jump = jump(world);
            world.at(world.random.nextLong(90_000), () -> world.skew += jump);
        }
        int restarts = world.random.nextInt(3);
        for (int i = 0; i < restarts; i++) {
            world.at(world.random.nextLong(90_000), world::restartServer);
        }
        List<Long> ids = submitAll(world, true);
        for (int i = world.random.nextInt(4); i > 0; i--) {
            int victim = world.random.nextInt(Math.max(1, 20));
            world.at(world.random.nextLong(90_000), () -> {
                if (victim < ids.size()) {
                    world.client.cancel(ids.get(victim));
                }
            });
        }
        return ids;
    }

    /**
     * Ten minutes to five hours either way, or less. Not half a minute ahead: a packet that is refused because it is that
     * much ahead, and that the network repeats a moment later, is then in time; it runs beside the one that went out instead.
     * No client can prevent that, and no stream does it.
     */
    private static long jump(World world) {
        long large = world.random.nextLong(1, 31) * 600_000;
        return switch (world.random.nextInt(4)) {
            case 0 -> 14_000;
            case 1 -> -90_000;
            case 2 -> large;
            default -> -large;
        };
    }

    private static void badNetwork(World world) {
        world.lossRate = world.random.nextDouble(0.3);
        world.repeatRate = world.random.nextDouble(0.3);
        world.mostDelay = 1 + world.random.nextLong(4000);
        world.at(0, world::connect);
        int cuts = world.random.nextInt(6);
        for (int i = 0; i < cuts; i++) {
            world.at(world.random.nextLong(90_000), world::cut);
        }
        int updates = world.random.nextInt(4);
        for (int i = 0; i < updates; i++) {
            long number = 7 * i + 1;
            world.at(world.random.nextLong(90_000), () -> world.server.push(Numbered.answer(number)));
        }
    }

    private static List<Long> submitAll(World world, boolean mixed) {
        List<Long> ids = new ArrayList<>();
        int count = 1 + world.random.nextInt(20);
        for (int i = 0; i < count; i++) {
            long number = i + 1;
            boolean chained = mixed && world.random.nextInt(4) == 0;
            long time = world.random.nextBoolean() ? 0 : world.random.nextLong(90_000);
            world.at(
                    time,
                    () -> ids.add(world.submit(
                            number, false, chained && !ids.isEmpty() ? List.of(ids.get(ids.size() - 1)) : List.of())));
        }
        return ids;
    }

    static void finish(World world, List<Long> ids) {
        world.run(100_000, false);
        world.lossRate = 0;
        world.repeatRate = 0;
        world.mostDelay = 50;
        world.run(4_000_000, true);
        assertEquals(0, world.client.pendingRequests(), "requests without an outcome");
        for (long id : ids) {
            assertEquals(1, world.outcomes.getOrDefault(id, List.of()).size(), () -> "outcomes of request " + id);
        }
        assertTrue(world.server.mostRunsNow <= 1, "a query ran twice");
    }
}
