package dev.mtproto.session.engine;

import dev.mtproto.api.SessionException;
import dev.mtproto.api.TlException;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.session.message.SessionLimits;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Queries inside {@code invokeAfterMsg}, which wait up to half a second for others to succeed. */
final class AfterWaits {

    private static final long PATIENCE = 500;
    private static final int MOST = 1024;
    private static final int MOST_PREDECESSORS = 64;
    private static final int MOST_UNPACKED = SessionLimits.DEFAULT.gzipOutput();

    /**
     * A query that waits.
     *
     * @param predecessors the msg_ids of those that have to succeed
     * @param body the query itself
     * @param due when the wait is over
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Waiting(List<Long> predecessors, byte[] body, long due) {}

    private final ServerCore core;
    /** In the order in which their waits end. */
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>(2);
    /** Who waits for a query. */
    private final Map<Long, Set<Long>> followers = new HashMap<>(2);

    AfterWaits(ServerCore core) {
        this.core = core;
    }

    /** Takes a query: runs it, or has it wait if it says so. */
    void take(long msgId, byte[] body) {
        TlReader reader = new TlReader(body, 0, body.length);
        List<Long> predecessors = List.of();
        try {
            switch (reader.readConstructorId()) {
                case InvokeAfterMsg.ID -> predecessors = List.of(reader.readLong());
                case InvokeAfterMsgs.ID -> predecessors = reader.readVector(Long.BYTES, TlReader::readLong);
                default -> reader = new TlReader(body, 0, body.length);
            }
            int start = reader.position();
            byte[] query = unpacked(start == 0 ? body : Arrays.copyOfRange(body, start, body.length));
            if (predecessors.size() > MOST_PREDECESSORS || waiting.size() >= MOST) {
                end(msgId, "MSG_WAIT_TIMEOUT");
                return;
            }
            waiting.put(msgId, new Waiting(predecessors, query, core.ticker.now() + PATIENCE));
        } catch (SessionException | TlException e) {
            end(msgId, "INPUT_FETCH_ERROR");
            return;
        }
        for (long predecessor : predecessors) {
            followers.computeIfAbsent(predecessor, id -> new LinkedHashSet<>(2)).add(msgId);
        }
        decide(msgId);
    }

    /** Runs or ends what has waited for a query that was answered. */
    void answered(long queryId) {
        for (long follower : List.copyOf(followers.getOrDefault(queryId, Set.of()))) {
            decide(follower);
        }
    }

    /** Ends what has waited too long. */
    void poll(long now) {
        while (!waiting.isEmpty()) {
            Map.Entry<Long, Waiting> first = waiting.entrySet().iterator().next();
            if (now < first.getValue().due()) {
                return;
            }
            leave(first.getKey());
            end(first.getKey(), "MSG_WAIT_TIMEOUT");
        }
    }

    OptionalLong next() {
        Iterator<Waiting> queries = waiting.values().iterator();
        return queries.hasNext() ? OptionalLong.of(queries.next().due()) : OptionalLong.empty();
    }

    private void decide(long msgId) {
        Waiting query = waiting.get(msgId);
        if (query == null) {
            return;
        }
        if (has(query, QueryTable.State.FAILED) > 0) {
            leave(msgId);
            end(msgId, "MSG_WAIT_FAILED");
        } else if (has(query, QueryTable.State.SUCCEEDED)
                == query.predecessors().size()) {
            leave(msgId);
            core.events.add(new ServerEvent.Query(msgId, query.body()));
        }
    }

    private void end(long msgId, String text) {
        core.fail(msgId, 400, text);
        answered(msgId);
    }

    private void leave(long msgId) {
        Waiting query = waiting.remove(msgId);
        if (query == null) {
            return;
        }
        for (long predecessor : query.predecessors()) {
            Set<Long> others = followers.get(predecessor);
            if (others != null && others.remove(msgId) && others.isEmpty()) {
                followers.remove(predecessor);
            }
        }
    }

    private static byte[] unpacked(byte[] body) {
        boolean packed = new TlReader(body, 0, body.length).readInt() == GzipPacked.ID;
        return packed ? Gzip.unpack(body, 0, body.length, MOST_UNPACKED) : body;
    }

    private long has(Waiting query, QueryTable.State wanted) {
        return query.predecessors().stream()
                .filter(id -> core.queries.find(id, QueryTable.State.RUNNING) == wanted)
                .count();
    }
}
