package dev.mtproto.client;

import dev.mtproto.tl.TlFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls of a session that were sent and not answered yet, and the ids of what else was sent lately. */
final class Calls {

    private static final int MOST_RECENT = 256;

    private final TreeMap<Long, PendingCall<?>> sent = new TreeMap<>();
    private final Deque<Long> recent = new ArrayDeque<>();

    void add(long msgId, PendingCall<?> call) {
        sent.put(msgId, call);
    }

    /** Notes a message that awaits no answer. */
    void addService(long msgId) {
        if (recent.size() == MOST_RECENT) {
            recent.removeFirst();
        }
        recent.addLast(msgId);
    }

    /** Tells whether a message was sent in this session, and is not long forgotten. */
    boolean knows(long msgId) {
        return sent.containsKey(msgId) || recent.contains(msgId);
    }

    @Nullable
    PendingCall<?> get(long msgId) {
        return sent.get(msgId);
    }

    @Nullable
    PendingCall<?> remove(long msgId) {
        PendingCall<?> call = sent.remove(msgId);
        if (call != null) {
            addService(msgId);
        }
        return call;
    }

    /** Takes out the oldest call of a function; null if there is none. */
    @Nullable
    PendingCall<?> removeFirst(Predicate<TlFunction<?>> wanted) {
        for (var entry : sent.entrySet()) {
            if (wanted.test(entry.getValue().function())) {
                return remove(entry.getKey());
            }
        }
        return null;
    }

    /** Takes out the calls that were sent before a message. */
    List<PendingCall<?>> removeBefore(long msgId) {
        List<PendingCall<?>> calls = new ArrayList<>(sent.headMap(msgId).values());
        sent.headMap(msgId).clear();
        return calls;
    }

    /** Takes out everything. */
    List<PendingCall<?>> removeAll() {
        List<PendingCall<?>> calls = new ArrayList<>(sent.values());
        sent.clear();
        recent.clear();
        return calls;
    }
}
