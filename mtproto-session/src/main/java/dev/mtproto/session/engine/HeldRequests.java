package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** The held requests that follow another one, by its number. */
    private final Map<Long, Set<Long>> followers = new HashMap<>();

    private final Map<Long, Place> placed = new HashMap<>();

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
        for (long predecessor : request.predecessors()) {
            followers
                    .computeIfAbsent(predecessor, none -> new LinkedHashSet<>(4))
                    .add(id);
        }
    }

    boolean drop(long id) {
        return leave(id) != null;
    }

    void cancel(long id) {
        Place place = placed.get(id);
        if (place != null) {
            place.keyed().engine.cancel(place.requestId());
        }
    }

    /** Notes that a request ended, and hands on what waited for it alone. */
    void ended(long id, @Nullable KeyedEngine to) {
        placed.remove(id);
        release(followersOf(id), to);
    }

    /** Hands all that may go to an engine to it: what does not have to follow a request that is elsewhere. */
    void releaseAll(@Nullable KeyedEngine to) {
        release(held.keySet(), to);
    }

    /** Hands a request to an engine if it may go there, and then what has to follow it. */
    void release(long id, @Nullable KeyedEngine to) {
        release(List.of(id), to);
    }

    @Enforces(Check.P2)
    private void release(Collection<Long> ids, @Nullable KeyedEngine to) {
        if (to == null) {
            return;
        }
        ArrayDeque<Long> candidates = new ArrayDeque<>(ids);
        for (Long id = candidates.poll(); id != null; id = candidates.poll()) {
            Request request = held.get(id);
            if (request != null && mayGo(request, to)) {
                leave(id);
                place(id, request, to);
                candidates.addAll(followersOf(id));
            }
        }
    }

    private boolean mayGo(Request request, KeyedEngine to) {
        for (long other : request.predecessors()) {
            Place place = placed.get(other);
            if (held.containsKey(other) || (place != null && place.keyed() != to)) {
                return false;
            }
        }
        return true;
    }

    private void place(long id, Request request, KeyedEngine to) {
        List<Long> there = new ArrayList<>();
        for (long other : request.predecessors()) {
            Place place = placed.get(other);
            if (place != null) {
                there.add(place.requestId());
            }
        }
        long requestId = to.engine.submit(request.after(there));
        placed.put(id, new Place(to, requestId, request));
        to.outside.put(requestId, id);
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

    private Collection<Long> followersOf(long id) {
        return followers.getOrDefault(id, Set.of());
    }

    private @Nullable Request leave(long id) {
        Request request = held.remove(id);
        for (long predecessor : request == null ? List.<Long>of() : request.predecessors()) {
            Set<Long> others = followers.get(predecessor);
            if (others != null && others.remove(id) && others.isEmpty()) {
                followers.remove(predecessor);
            }
        }
        return request;
    }
}
