package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Requests that wait for a bound key, and where the others went. */
final class HeldRequests {

    /** Where a request is. */
    private record Place(KeyedEngine keyed, long requestId, Request request) {}

    private final EngineLimits limits;
    /** In the order in which they were submitted. */
    private final Map<Long, Request> held = new TreeMap<>();

    private final Map<Long, Place> placed = new LinkedHashMap<>();

    HeldRequests(EngineLimits limits) {
        this.limits = limits;
    }

    @Enforces(Check.D1)
    boolean isFull() {
        return held.size() + placed.size() >= limits.requests();
    }

    void hold(long id, Request request) {
        placed.remove(id);
        held.put(id, request);
    }

    boolean drop(long id) {
        return held.remove(id) != null;
    }

    void ended(long id) {
        placed.remove(id);
    }

    void cancel(long id) {
        Place place = placed.get(id);
        if (place != null) {
            place.keyed().engine.cancel(place.requestId());
        }
    }

    /** Hands what may go to an engine to it: what does not have to follow a request that is elsewhere. */
    @Enforces(Check.P2)
    void release(@Nullable KeyedEngine to) {
        if (to == null) {
            return;
        }
        for (Map.Entry<Long, Request> entry : List.copyOf(held.entrySet())) {
            List<Long> after = entry.getValue().predecessors();
            boolean elsewhere = after.stream().anyMatch(id -> held.containsKey(id) || !isAt(id, to));
            if (!elsewhere) {
                long id = entry.getKey();
                List<Long> there = new ArrayList<>();
                for (long other : after) {
                    Place place = placed.get(other);
                    if (place != null) {
                        there.add(place.requestId());
                    }
                }
                held.remove(id);
                long requestId = to.engine.submit(entry.getValue().after(there));
                placed.put(id, new Place(to, requestId, entry.getValue()));
                to.outside.put(requestId, id);
            }
        }
    }

    /** Holds requests again that an engine gives back. */
    void takeBack(KeyedEngine keyed, Predicate<PendingRequest> which) {
        for (long taken : keyed.engine.withdraw(which)) {
            Long id = keyed.outside.remove(taken);
            Place place = id == null ? null : placed.get(id);
            if (id != null && place != null) {
                hold(id, place.request());
            }
        }
    }

    List<Long> all() {
        return List.copyOf(held.keySet());
    }

    private boolean isAt(long id, KeyedEngine to) {
        Place place = placed.get(id);
        return place == null || place.keyed() == to;
    }
}
