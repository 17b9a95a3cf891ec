package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.schema.RpcDropAnswer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The {@code rpc_drop_answer} messages that the server has not answered: the packet of one may be lost as any other, and nothing
 * else would stop the query that nobody waits for. They go out again after a while and on each new connection.
 *
 * @see <a href="https://core.telegram.org/mtproto/service_messages#request-to-cancel-a-query">Cancellation of an RPC query</a>
 */
final class Drops {

    private static final int MOST = 256;
    private static final int MOST_TIMES = 5;

    private static final class Drop {
        final Service message;
        long due;
        int times = 1;

        Drop(long queryId) {
            message = new Service(new RpcDropAnswer(queryId), new Service.Drop(queryId));
        }
    }

    private final Core core;
    /** By the id of the query, in the order in which they are due. */
    private Map<Long, Drop> open = Map.of();

    Drops(Core core) {
        this.core = core;
    }

    /** Has the server forget a query, of the present session. */
    @Enforces(Check.D1)
    void add(long queryId) {
        open = open.isEmpty() ? new BoundedMap<>(MOST) : open;
        send(queryId, new Drop(queryId));
    }

    /** Notes that the server answered one. */
    void answered(long queryId) {
        if (!open.isEmpty()) {
            open.remove(queryId);
        }
    }

    /** Sends all again: what the connection before was given may not have arrived. */
    void connectionOpened() {
        for (Map.Entry<Long, Drop> drop : List.copyOf(open.entrySet())) {
            send(drop.getKey(), drop.getValue());
        }
    }

    /** Forgets all: the session is over, and its queries with it. */
    void leaveSession() {
        open = Map.of();
    }

    /** Sends again what has waited for its answer long enough, or gives it up. */
    void poll(long now) {
        while (next().orElse(Long.MAX_VALUE) <= now) {
            Iterator<Map.Entry<Long, Drop>> drops = open.entrySet().iterator();
            Map.Entry<Long, Drop> first = drops.next();
            drops.remove();
            if (first.getValue().times++ < MOST_TIMES) {
                send(first.getKey(), first.getValue());
            }
        }
    }

    OptionalLong next() {
        Iterator<Drop> drops = open.values().iterator();
        return drops.hasNext() ? OptionalLong.of(drops.next().due) : OptionalLong.empty();
    }

    /** Without a connection it waits for one. */
    private void send(long queryId, Drop drop) {
        open.remove(queryId);
        drop.due = core.now() + core.timings.stateAfter();
        open.put(queryId, drop);
        if (core.connected) {
            core.send(drop.message);
        }
    }
}
