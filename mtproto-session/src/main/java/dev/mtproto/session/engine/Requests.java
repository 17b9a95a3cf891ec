package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.DestroyAuthKey;
import dev.mtproto.tl.schema.DestroySession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All requests without an outcome: what is to be sent, under a new msg_id or again, and what is awaited. */
final class Requests {

    private static final int ROOM_FOR_WRAPPERS = 64;

    private final EngineLimits limits;
    private final int longest;
    private final Queue<EngineEvent> events;
    private final Map<Long, PendingRequest> pending = new HashMap<>(4);
    /** To be sent under a new msg_id. */
    private final Set<PendingRequest> fresh = new LinkedHashSet<>(4);
    /** To be sent again under the msg_id that they have. */
    private Set<Copy> again = Set.of();

    /** Those that destroy a session or the key: nothing in their answers names them. */
    private Set<PendingRequest> destroying = Set.of();

    final DelayLine unheard;
    final DelayLine asked;
    private long lastId;
    private long bytes;

    Requests(EngineLimits limits, EngineTimings timings, int longest, Queue<EngineEvent> events) {
        this.limits = limits;
        this.longest = longest;
        this.events = events;
        this.unheard = new DelayLine(timings.stateAfter());
        this.asked = new DelayLine(timings.stateAgain());
    }

    @Enforces(Check.D1)
    long submit(Request request) {
        long id = ++lastId;
        byte[] query = request.query();
        if (pending.size() >= limits.requests() || bytes + query.length > limits.requestBytes()) {
            events.add(new EngineEvent.Done(id, new Outcome.NeverSent(Reason.TOO_MANY)));
            return id;
        }
        byte[] body = Packing.shorter(query);
        if (body.length
                > longest - ROOM_FOR_WRAPPERS - 8 * request.predecessors().size()) {
            events.add(new EngineEvent.Done(id, new Outcome.NeverSent(Reason.TOO_LARGE)));
            return id;
        }
        PendingRequest added = new PendingRequest(id, request, body);
        for (long predecessorId : request.predecessors()) {
            PendingRequest predecessor = pending.get(predecessorId);
            if (predecessor != null) {
                added.follow(predecessor);
            }
        }
        pending.put(id, added);
        bytes += body.length;
        fresh.add(added);
        if (isDestroying(body)) {
            destroying = destroying.isEmpty() ? new LinkedHashSet<>(2) : destroying;
            destroying.add(added);
        }
        return id;
    }

    private static boolean isDestroying(byte[] body) {
        int type = body.length < 4 ? 0 : new TlReader(body, 0, body.length).readInt();
        return type == DestroySession.ID || type == DestroyAuthKey.ID;
    }

    Set<PendingRequest> destroying() {
        return destroying;
    }

    @Nullable
    PendingRequest find(long id) {
        return pending.get(id);
    }

    int size() {
        return pending.size();
    }

    Iterable<PendingRequest> all() {
        return pending.values().stream()
                .sorted(Comparator.comparingLong(request -> request.id))
                .toList();
    }

    Set<PendingRequest> fresh() {
        return fresh;
    }

    Set<Copy> again() {
        return again;
    }

    /** Has a copy go out again under the msg_id that it has. */
    void sendAgain(Copy copy) {
        again = again.isEmpty() ? new LinkedHashSet<>(4) : again;
        copy.request.state = PendingRequest.State.AGAIN;
        again.add(copy);
    }

    /** Leaves the copies that wait to go out again where they are: in a session that is over. */
    void leaveSession() {
        again.forEach(copy -> copy.request.state = PendingRequest.State.FLYING);
        again = Set.of();
    }

    /** Returns the copy that waits to go out again for the longest time; null if none does. */
    @Nullable
    Copy firstAgain() {
        return again.isEmpty() ? null : again.iterator().next();
    }

    /** Puts a request into the queue. */
    void queue(PendingRequest request) {
        request.state = PendingRequest.State.QUEUED;
        fresh.add(request);
    }

    /** Notes that a copy went out. */
    void sent(Copy copy, long now) {
        PendingRequest request = copy.request;
        leaveAgain(copy);
        fresh.remove(request);
        request.copy = copy;
        request.state = PendingRequest.State.FLYING;
        request.sent = true;
        copy.transmissions++;
        unheard.add(copy, now);
        for (PendingRequest follower : List.copyOf(request.followers)) {
            if (follower.state == PendingRequest.State.PARKED && !follower.patient) {
                queue(follower);
            }
        }
    }

    private void leaveAgain(Copy copy) {
        if (!again.isEmpty()) {
            again.remove(copy);
        }
    }

    void acknowledged(Copy copy) {
        copy.request.acknowledged = true;
    }

    void unhear(Copy copy) {
        DelayLine.leave(copy);
    }

    /** Ends a request; later results of any of its copies find nothing. */
    void finish(PendingRequest request, Outcome outcome) {
        if (request.state == PendingRequest.State.DONE) {
            return;
        }
        ArrayDeque<Ending> endings = new ArrayDeque<>();
        endings.add(new Ending(request, outcome));
        for (Ending next = endings.poll(); next != null; next = endings.poll()) {
            if (next.request().state != PendingRequest.State.DONE) {
                end(next.request(), next.outcome(), endings);
            }
        }
    }

    /** Takes back requests that another engine may send. */
    List<Long> withdraw(Predicate<PendingRequest> which) {
        List<Long> withdrawn = new ArrayList<>();
        for (PendingRequest request : all()) {
            if (which.test(request)) {
                withdraw(request);
                withdrawn.add(request.id);
            }
        }
        return withdrawn;
    }

    /** Forgets a request that ends elsewhere. */
    private void withdraw(PendingRequest request) {
        request.state = PendingRequest.State.DONE;
        pending.remove(request.id);
        bytes -= request.body.length;
        fresh.remove(request);
        if (!destroying.isEmpty()) {
            destroying.remove(request);
        }
        for (Copy copy : request.copies) {
            leaveAgain(copy);
            unhear(copy);
            copy.conversation.log.remove(copy);
        }
        for (PendingRequest predecessor : request.predecessors) {
            predecessor.followers.remove(request);
        }
    }

    private void end(PendingRequest request, Outcome outcome, ArrayDeque<Ending> endings) {
        withdraw(request);
        events.add(new EngineEvent.Done(request.id, outcome));
        boolean succeeded = outcome instanceof Outcome.Answered;
        for (PendingRequest follower : List.copyOf(request.followers)) {
            follower.predecessors.remove(request);
            boolean waits = follower.state == PendingRequest.State.QUEUED
                    || follower.state == PendingRequest.State.PARKED
                    || follower.state == PendingRequest.State.RESTING;
            follower.orphaned |= !succeeded;
            if (follower.orphaned && waits) {
                endings.add(new Ending(follower, follower.unanswered(Reason.PREDECESSOR)));
            } else if (follower.state == PendingRequest.State.PARKED
                    && (!follower.patient || follower.predecessors.isEmpty())) {
                follower.patient = false;
                queue(follower);
            }
        }
        request.followers = Set.of();
    }

    private record Ending(PendingRequest request, Outcome outcome) {}
}
