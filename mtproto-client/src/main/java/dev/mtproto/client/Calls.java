package dev.mtproto.client;

import dev.mtproto.session.engine.EngineLimits;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The calls without an end yet, and when each times out. */
final class Calls {

    private final Map<Long, Call<?>> byId = new HashMap<>();
    private final TreeSet<Call<?>> byDeadline = new TreeSet<>(
            Comparator.<Call<?>>comparingLong(call -> call.deadline).thenComparingLong(call -> call.id));
    private long bytes;

    /** Tells whether one more query of a length is too much. */
    boolean isFull(EngineLimits limits, int length) {
        return byId.size() >= limits.requests() || !byId.isEmpty() && bytes + length > limits.requestBytes();
    }

    void add(Call<?> call) {
        bytes += call.query().length;
        byId.put(call.id, call);
        if (call.deadline != Long.MAX_VALUE) {
            byDeadline.add(call);
        }
    }

    @Nullable
    Call<?> get(long id) {
        return byId.get(id);
    }

    @Nullable
    Call<?> remove(long id) {
        Call<?> call = byId.remove(id);
        bytes -= call == null ? 0 : call.query().length;
        if (call != null && call.deadline != Long.MAX_VALUE) {
            byDeadline.remove(call);
        }
        return call;
    }

    int size() {
        return byId.size();
    }

    /** Takes out the deadline of a call whose time is over; null if there is none. The call itself stays until it ends. */
    @Nullable
    Call<?> nextOverdue(long now) {
        if (byDeadline.isEmpty() || byDeadline.first().deadline > now) {
            return null;
        }
        return byDeadline.pollFirst();
    }

    OptionalLong nextDeadline() {
        return byDeadline.isEmpty() ? OptionalLong.empty() : OptionalLong.of(byDeadline.first().deadline);
    }
}
