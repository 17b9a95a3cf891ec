package dev.mtproto.session.engine;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Requests that rest before they are sent again: not at all the first time, then longer each time. */
final class BackOff {

    /**
     * A request that rests.
     *
     * @param request the request
     * @param way how it goes out: {@code QUEUED} or {@code AGAIN}
     * @param due when
     */
    record Rest(PendingRequest request, PendingRequest.State way, long due) {}

    private static final Comparator<Rest> BY_TIME = Comparator.comparingLong(Rest::due);

    private final long first;
    private final PriorityQueue<Rest> resting = new PriorityQueue<>(1, BY_TIME);

    BackOff(long first) {
        this.first = first;
    }

    void add(PendingRequest request, PendingRequest.State way, int times, long now) {
        long wait = times < 2 ? 0 : first << Math.min(times - 2, 16);
        resting.add(new Rest(request, way, now + wait));
    }

    OptionalLong next() {
        Rest rest = resting.peek();
        return rest == null ? OptionalLong.empty() : OptionalLong.of(rest.due());
    }

    @Nullable
    Rest take(long now) {
        Rest rest = resting.peek();
        return rest != null && rest.due() <= now ? resting.poll() : null;
    }

    /** Ends the rest of those that would go out under the id they have: their session is over. */
    void leaveSession() {
        resting.removeIf(rest -> {
            boolean ended = rest.way() == PendingRequest.State.AGAIN;
            if (ended && rest.request().state == PendingRequest.State.RESTING) {
                rest.request().state = PendingRequest.State.FLYING;
            }
            return ended;
        });
    }
}
