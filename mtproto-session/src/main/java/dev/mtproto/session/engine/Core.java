package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.schema.DestroySession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the parts of an engine share. */
final class Core {

    /** Questions and repetitions that the other side may have waiting here at most. */
    private static final int MOST_SERVICES = 256;

    private static final int MOST_OVER = 16;
    private static final long OVER = 10_000;

    final EngineTimings timings;
    final MessageTap tap;
    final Ticker ticker;
    final SessionClock clock;
    final ArrayDeque<EngineEvent> events = new ArrayDeque<>(1);
    final Requests requests;
    final Repetition repetition;
    final DirectAnswers directAnswers;
    final SaltBook salts = new SaltBook();
    /** Service messages that are due. */
    final ArrayDeque<Service> services = new ArrayDeque<>(2);
    /** What was asked for by the application and is not answered: it goes out again on the next connection. */
    final List<Service> wishes = new ArrayList<>(0);

    final Drops drops = new Drops(this);

    private final Supplier<EncryptedSession> sessions;
    Conversation current;
    /** The session before, while something may still come in it. */
    @Nullable
    Conversation replaced;

    long replacedUntil;
    /** Sessions that were given up, and until when packets of theirs may still be under way. */
    private Map<Long, Long> over = Map.of();

    /** A session of this engine was made on the server before: with the next one, updates may be lost in between. */
    boolean anythingBefore;

    boolean connected;
    int clockEpoch;

    Core(EngineBuilder builder, Supplier<EncryptedSession> sessions) {
        this.timings = builder.timings;
        this.tap = builder.tap;
        this.ticker = new Ticker(builder.source);
        this.clock = builder.clock;
        this.sessions = sessions;
        this.requests =
                new Requests(builder.limits, timings, builder.sessionLimits.packet() - PacketMaker.OVERHEAD, events);
        this.directAnswers = new DirectAnswers(requests);
        this.repetition = new Repetition(requests, builder.limits, timings, events);
        this.current = new Conversation(sessions.get(), timings.ackDelay());
    }

    long now() {
        return ticker.now();
    }

    long serverSeconds() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    /** Has a service message sent with the next packet. */
    @Enforces(Check.D1)
    void send(Service service) {
        if (services.size() < MOST_SERVICES) {
            services.add(service);
        }
    }

    /** Takes a salt that the server named. */
    @Enforces(Check.R7)
    void takeSalt(long salt) {
        if (current.session.salt().value() != salt) {
            current.session.salt(new Salt(salt));
            events.add(new EngineEvent.SaltChanged(current.session.salt()));
        }
    }

    /**
     * Takes the time of a message that says that the clock is wrong: once for all that was sent under the same belief, so that
     * late complaints do not turn it back.
     */
    @Enforces(Check.R8)
    void correctClock(long serverMsgId, int believedAt) {
        if (believedAt == clockEpoch) {
            clockEpoch++;
            clock.synchronise(serverMsgId);
            events.add(new EngineEvent.ClockCorrected(clock.offset()));
        }
    }

    /** Starts another session. What was sent in the one before is awaited for a while. */
    void renew() {
        services.clear();
        endReplaced();
        replaced = current;
        replacedUntil = now() + timings.drain();
        Salt salt = current.session.salt();
        current = new Conversation(sessions.get(), timings.ackDelay());
        current.session.salt(salt);
        repetition.leaveSession();
        drops.leaveSession();
        for (Copy copy : replaced.log.awaited()) {
            requests.unhear(copy);
        }
        services.addAll(wishes);
        events.add(new EngineEvent.SessionRenewed(current.session.sessionId()));
    }

    /** Ends the session before, on the server too, and with it the wait for what was sent there. */
    void endReplaced() {
        Conversation ended = replaced;
        if (ended == null) {
            return;
        }
        replaced = null;
        over = over.isEmpty() ? new BoundedMap<>(MOST_OVER) : over;
        over.put(ended.session.sessionId().value(), now() + OVER);
        for (Copy copy : ended.log.awaited()) {
            repetition.giveUp(copy, Reason.UNCERTAIN, now());
        }
        long sessionId = ended.session.sessionId().value();
        send(new Service(new DestroySession(sessionId), new Service.Other()));
        ended.session.destroy();
    }

    /** Tells whether a session ended a moment ago, so that a packet of it is no fault. */
    @Enforces(Check.M7)
    boolean isOver(long sessionId) {
        return now() < over.getOrDefault(sessionId, 0L);
    }

    /** Asks the server what became of copies. */
    void ask(List<Copy> copies) {
        long now = now();
        for (int from = 0; from < copies.size(); from += AckQueue.MOST) {
            List<Copy> part = List.copyOf(copies.subList(from, Math.min(from + AckQueue.MOST, copies.size())));
            send(StateMessages.question(part));
        }
        for (Copy copy : copies) {
            requests.unhear(copy);
            requests.asked.add(copy, now);
        }
    }
}
