package dev.mtproto.session.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request without an outcome yet. */
final class PendingRequest {

    /** Where a request is. */
    enum State {
        /** It waits for a packet, under a new msg_id. */
        QUEUED,
        /** It waits for requests that it follows to get a msg_id, or to end. */
        PARKED,
        /** It waits out a back-off. */
        RESTING,
        /** It waits for a container, under the msg_id that it has. */
        AGAIN,
        /** It was sent. */
        FLYING,
        /** It has its outcome. */
        DONE
    }

    final long id;
    final Request request;
    /** The body, packed if that made it smaller. */
    final byte[] body;

    final List<Copy> copies = new ArrayList<>(1);
    /** The requests that must succeed first and have not ended. */
    Set<PendingRequest> predecessors = Set.of();
    /** The requests that wait for this one. */
    Set<PendingRequest> followers = Set.of();

    State state = State.QUEUED;

    @Nullable
    Copy copy;

    boolean sent;
    boolean acknowledged;
    /** It goes out in no container, because one with it was refused. */
    boolean alone;
    /** It waits until its predecessors end, because the server did not wait long enough. */
    boolean patient;
    /** A predecessor of it did not succeed. */
    boolean orphaned;

    int resends;
    int nudges;

    PendingRequest(long id, Request request, byte[] body) {
        this.id = id;
        this.request = request;
        this.body = body;
    }

    /** Has it run only after another one. */
    void follow(PendingRequest predecessor) {
        predecessors = predecessors.isEmpty() ? new LinkedHashSet<>(4) : predecessors;
        predecessors.add(predecessor);
        predecessor.followers = predecessor.followers.isEmpty() ? new LinkedHashSet<>(4) : predecessor.followers;
        predecessor.followers.add(this);
    }

    /** Tells whether it needs a packet of its own. */
    boolean isSingle() {
        return alone || request.maker() != null;
    }

    /** Returns the outcome for a request that ends unanswered, by what is known of it. */
    Outcome unanswered(Reason reason) {
        if (!sent) {
            return new Outcome.NeverSent(reason);
        }
        return acknowledged ? new Outcome.AcknowledgedUnanswered(reason) : new Outcome.SentUnacknowledged(reason);
    }
}
