package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content-related messages that a server sent and that were not acknowledged. The oldest go when there are too many. */
@Enforces(Check.D1)
final class Unacknowledged {

    private static final int MOST = 16_384;
    private static final long MOST_BYTES = 64L << 20;

    /**
     * A message.
     *
     * @param msgId its msg_id
     * @param seqNo its seq_no
     * @param body the object
     * @param queryId the msg_id of the query that it answers; 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(long msgId, int seqNo, byte[] body, long queryId) {}

    private final Map<Long, Stored> stored = new LinkedHashMap<>(4);
    private final Map<Long, Stored> answers = new LinkedHashMap<>(4);
    private long bytes;

    void add(Stored message) {
        stored.put(message.msgId(), message);
        bytes += message.body().length;
        if (message.queryId() != 0) {
            answers.put(message.queryId(), message);
        }
        while (stored.size() > MOST || (bytes > MOST_BYTES && stored.size() > 1)) {
            Iterator<Stored> oldest = stored.values().iterator();
            remove(oldest.next().msgId());
        }
    }

    @Nullable
    Stored find(long msgId) {
        return stored.get(msgId);
    }

    @Nullable
    Stored answerTo(long queryId) {
        return answers.get(queryId);
    }

    @Nullable
    Stored remove(long msgId) {
        Stored removed = stored.remove(msgId);
        if (removed != null) {
            bytes -= removed.body().length;
            answers.remove(removed.queryId());
        }
        return removed;
    }

    Collection<Stored> all() {
        return List.copyOf(stored.values());
    }
}
