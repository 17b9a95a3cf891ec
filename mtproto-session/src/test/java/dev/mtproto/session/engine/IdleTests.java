package dev.mtproto.session.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Salt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions that rest for hours, connected or not. */
class IdleTests {

    private static final long HOUR = 3_600_000;

    private final World world = new World(1, EngineLimits.DEFAULT, null);

    @Test
    void aConnectedSessionChangesItsSaltInTime() {
        world.connect();
        world.run(3 * HOUR, false);
        long request = world.submit(1, false, List.of());
        world.run(3 * HOUR + 30_000, true);
        assertEquals(1, world.outcomes.get(request).size());
        assertEquals(0, world.client.pendingRequests());
        assertEquals(0, count(EngineEvent.Resent.class), "no salt was refused");
        assertTrue(count(EngineEvent.SaltChanged.class) >= 5, "a salt for each half hour");
        assertEquals(0, count(EngineEvent.ReconnectWanted.class));
    }

    @Test
    void aSessionWithoutConnectionLosesNoRequest() {
        world.connect();
        world.run(1_000, false);
        world.client.connectionLost();
        world.server.connectionLost();
        long request = world.submit(1, false, List.of());
        world.run(40 * HOUR, false);
        world.client.connectionOpened();
        world.run(41 * HOUR, true);
        assertEquals(1, world.outcomes.get(request).size());
        assertEquals(1, world.server.runs.get(1L));
    }

    @Test
    void aWrongFirstSaltIsCorrected() {
        World wrong = new World(2, EngineLimits.DEFAULT, new Salt(0));
        wrong.connect();
        long request = wrong.submit(1, false, List.of());
        wrong.run(30_000, true);
        assertEquals(1, wrong.outcomes.get(request).size());
        assertEquals(1, wrong.server.runs.get(1L));
    }

    private long count(Class<? extends EngineEvent> type) {
        return world.events.stream().filter(type::isInstance).count();
    }
}
