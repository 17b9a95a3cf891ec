package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.OptionalLong;
import java.util.Queue;

/** Sends requests again: under their msg_id where they may have been lost, under another one where they were refused. */
final class Repetition {

    private final Requests requests;
    private final int most;
    private final BackOff backOff;
    private final Queue<EngineEvent> events;

    Repetition(Requests requests, EngineLimits limits, EngineTimings timings, Queue<EngineEvent> events) {
        this.requests = requests;
        this.most = limits.resends();
        this.backOff = new BackOff(timings.firstBackOff());
        this.events = events;
    }

    /** Returns when the first rest is over. */
    OptionalLong next() {
        return backOff.next();
    }

    /** Has a request wait until its predecessors end, after the server did not wait long enough for them. */
    void waitForPredecessors(PendingRequest request) {
        request.patient = true;
        request.state = PendingRequest.State.PARKED;
        for (Copy copy : request.copies) {
            requests.unhear(copy);
        }
    }

    /**
     * Sends a request again after the server refused it. The refusal speaks of one transmission: only if there was no other
     * can the query not have run, and gets another msg_id. Otherwise it keeps its id, which only its own session knows.
     */
    void refused(Copy copy, boolean sessionGoesOn, long now) {
        if (copy.transmissions == 1) {
            renumber(copy, now);
        } else if (sessionGoesOn) {
            resend(copy, now);
        }
    }

    /** Sends a request again under another msg_id. */
    void renumber(Copy copy, long now) {
        repeat(copy, PendingRequest.State.QUEUED, now);
    }

    /** Sends a request again that may have been lost on the way, under the same msg_id: should it have arrived, it runs once. */
    void resend(Copy copy, long now) {
        copy.answeredAt = 0;
        repeat(copy, PendingRequest.State.AGAIN, now);
    }

    /** Ends a request, or sends it once more under another msg_id where it may run twice. */
    void giveUp(Copy copy, Reason reason, long now) {
        if (copy.request.request.isRepeatable() && reason != Reason.RESEND_LIMIT) {
            renumber(copy, now);
        } else {
            requests.finish(copy.request, copy.request.unanswered(reason));
        }
    }

    /** Tells whether something was repeated more often than the limits allow. */
    @Enforces(Check.R9)
    boolean isExhausted(int times) {
        return times > most;
    }

    @Enforces(Check.R9)
    private void repeat(Copy copy, PendingRequest.State way, long now) {
        PendingRequest request = copy.request;
        requests.unhear(copy);
        if (request.orphaned && way == PendingRequest.State.QUEUED) {
            requests.finish(request, request.unanswered(Reason.PREDECESSOR));
            return;
        }
        if (isExhausted(request.resends + 1)) {
            giveUp(copy, Reason.RESEND_LIMIT, now);
            return;
        }
        request.resends++;
        events.add(new EngineEvent.Resent(request.id, request.resends));
        request.state = PendingRequest.State.RESTING;
        backOff.add(request, way, request.resends, now);
        wake(now);
    }

    /** Queues what has waited out its back-off. */
    void wake(long now) {
        for (BackOff.Rest rest = backOff.take(now); rest != null; rest = backOff.take(now)) {
            PendingRequest request = rest.request();
            Copy copy = request.copy;
            if (request.state != PendingRequest.State.RESTING) {
                continue;
            }
            if (rest.way() == PendingRequest.State.AGAIN && copy != null) {
                requests.sendAgain(copy);
            } else {
                requests.queue(request);
            }
        }
    }

    /** Leaves the copies that wait to go out again in a session that is over: what it brings still decides about them. */
    void leaveSession() {
        requests.leaveSession();
        backOff.leaveSession();
    }
}
