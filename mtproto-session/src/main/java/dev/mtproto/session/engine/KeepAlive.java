package dev.mtproto.session.engine;

import dev.mtproto.tl.schema.PingDelayDisconnect;
import java.util.OptionalLong;

/** Keeps a connection alive, and notices when it is dead. */
final class KeepAlive {

    /** A server closes a connection so long after the last ping was due, in milliseconds. */
    private static final long GRACE = 15_000;

    private final Core core;
    private long lastPingId;
    private long pingAt;
    private long silentAt = Long.MAX_VALUE;

    KeepAlive(Core core) {
        this.core = core;
    }

    void opened(long now) {
        pingAt = now + core.timings.pingEvery();
        silentAt = Long.MAX_VALUE;
    }

    void heard() {
        silentAt = Long.MAX_VALUE;
    }

    /** Sends a ping, and returns its number. */
    long ping(long now) {
        long id = ++lastPingId;
        int delay = (int) ((Math.max(core.timings.pingEvery(), 1000) + GRACE) / 1000);
        core.send(new Service(new PingDelayDisconnect(id, delay), new Service.Ping(id, now)));
        pingAt = now + core.timings.pingEvery();
        silentAt = Math.min(silentAt, now + core.timings.pingLimit());
        return id;
    }

    void poll(long now) {
        if (!core.connected) {
            return;
        }
        if (now >= silentAt) {
            silentAt = Long.MAX_VALUE;
            core.events.add(new EngineEvent.ReconnectWanted());
        } else if (core.timings.pingEvery() > 0 && now >= pingAt) {
            ping(now);
        }
    }

    OptionalLong next() {
        if (!core.connected) {
            return OptionalLong.empty();
        }
        long due = core.timings.pingEvery() > 0 ? Math.min(pingAt, silentAt) : silentAt;
        return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(due);
    }
}
