package dev.mtproto.session.engine;

import dev.mtproto.api.SessionException;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.session.message.SessionLimits;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Queries inside {@code invokeAfterMsg}, which wait up to half a second for others to succeed. */
final class AfterWaits {

    private static final long PATIENCE = 500;
    private static final int MOST = 1024;
    private static final int MOST_UNPACKED = SessionLimits.DEFAULT.gzipOutput();

    /**
     * A query that waits.
     *
     * @param predecessors the msg_ids of those that have to succeed
     * @param body the query itself
     * @param due when the wait is over
     */
    private record Waiting(List<Long> predecessors, byte[] body, long due) {}

    private final ServerCore core;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>(2);

    AfterWaits(ServerCore core) {
        this.core = core;
    }

    /** Takes a query: runs it, or has it wait if it says so. */
    void take(long msgId, byte[] body) {
        TlReader reader = new TlReader(body, 0, body.length);
        List<Long> predecessors = List.of();
        switch (reader.readConstructorId()) {
            case InvokeAfterMsg.ID -> predecessors = List.of(reader.readLong());
            case InvokeAfterMsgs.ID -> predecessors = reader.readVector(Long.BYTES, TlReader::readLong);
            default -> {}
        }
        if (predecessors.isEmpty()) {
            core.events.add(new ServerEvent.Query(msgId, body));
        } else if (waiting.size() >= MOST || reader.remaining() < 4) {
            core.fail(msgId, 400, "MSG_WAIT_TIMEOUT");
        } else {
            try {
                byte[] inner = unpacked(Arrays.copyOfRange(body, reader.position(), body.length));
                waiting.put(msgId, new Waiting(predecessors, inner, core.ticker.now() + PATIENCE));
            } catch (SessionException e) {
                core.fail(msgId, 400, "INPUT_FETCH_ERROR");
            }
        }
    }

    /** Runs what has waited for enough, ends what has waited too long. */
    void poll(long now) {
        for (Map.Entry<Long, Waiting> entry : new ArrayList<>(waiting.entrySet())) {
            Waiting query = entry.getValue();
            long msgId = entry.getKey();
            if (states(query, QueryTable.State.FAILED) > 0) {
                waiting.remove(msgId);
                core.fail(msgId, 400, "MSG_WAIT_FAILED");
            } else if (states(query, QueryTable.State.SUCCEEDED)
                    == query.predecessors().size()) {
                waiting.remove(msgId);
                core.events.add(new ServerEvent.Query(msgId, query.body()));
            } else if (now >= query.due()) {
                waiting.remove(msgId);
                core.fail(msgId, 400, "MSG_WAIT_TIMEOUT");
            }
        }
    }

    OptionalLong next() {
        Iterator<Waiting> queries = waiting.values().iterator();
        return queries.hasNext() ? OptionalLong.of(queries.next().due()) : OptionalLong.empty();
    }

    private static byte[] unpacked(byte[] body) {
        boolean packed = new TlReader(body, 0, body.length).readInt() == GzipPacked.ID;
        return packed ? Gzip.unpack(body, 0, body.length, MOST_UNPACKED) : body;
    }

    private long states(Waiting query, QueryTable.State wanted) {
        return query.predecessors().stream()
                .filter(id -> core.queries.find(id, QueryTable.State.RUNNING) == wanted)
                .count();
    }
}
