package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.session.exchange.ExchangeResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The life of temporary keys: a permanent key proves who the client is, temporary ones carry the traffic, and each is replaced
 * before it ends, without a gap. Requests wait until a key is bound; what is in flight on a replaced key is finished there.
 *
 * <p>The driver makes keys and connections as the {@linkplain #nextStep steps} say, and drives the engines that are open. Not
 * safe for use by several threads.
 *
 * @see <a href="https://core.telegram.org/api/pfs">Perfect forward secrecy</a>
 */
public final class ForwardSecrecy implements AutoCloseable {

    private final ForwardSecrecyBuilder settings;
    private final Ticker ticker;
    private final HeldRequests held;
    private final ArrayDeque<KeyStep> steps = new ArrayDeque<>();
    private final ArrayDeque<EngineEvent> events = new ArrayDeque<>();
    private final List<KeyedEngine> engines = new ArrayList<>();
    private final ProofKey proof;
    private boolean creating;
    private long createAt;
    private long lastId;
    private @Nullable KeyedEngine binding;
    private @Nullable KeyedEngine serving;

    ForwardSecrecy(ForwardSecrecyBuilder settings) {
        this.settings = settings;
        this.ticker = new Ticker(settings.source);
        this.held = new HeldRequests(settings.limits);
        this.proof = new ProofKey(settings.permanent, ticker);
    }

    /** Takes a permanent key that was made as {@link KeyStep.CreatePermanent} said. The caller keeps it, and destroys it. */
    public void permanentCreated(AuthKey key) {
        proof.created(key);
        creating = false;
        poll();
    }

    /** Takes a temporary key that was made as {@link KeyStep.CreateTemporary} said. It is destroyed when it is over. */
    @Enforces(Check.P1)
    public void temporaryCreated(ExchangeResult made) {
        AuthKey key = made.key();
        OptionalLong endsAt = key.expiresAt();
        if (endsAt.isEmpty()) {
            throw new IllegalArgumentException("a permanent key carries no traffic where temporary ones are used");
        }
        creating = false;
        settings.clock.synchroniseTo(made.timeOffsetSeconds());
        SessionEngine engine = settings.newEngine(key, made.firstSalt());
        binding = new KeyedEngine(key, engine, settings.timings.replaceAt(serverSeconds(), endsAt.getAsLong()));
        engines.add(binding);
        bind(binding);
        steps.add(new KeyStep.Open(engine));
    }

    /** Notes that a key could not be made; it is tried again. */
    public void creationFailed() {
        creating = false;
        createAt = ticker.now() + settings.timings.retry();
    }

    /** Notes that the server does not know the key of an engine: the transport error -404. */
    public void disowned(SessionEngine engine) {
        List.copyOf(engines).stream().filter(keyed -> keyed.engine == engine).forEach(keyed -> discard(keyed, true));
    }

    /**
     * Takes a request. It is held until a key is bound.
     *
     * @return the number under which its outcome is told
     */
    public long submit(Request request) {
        long id = ++lastId;
        if (held.isFull()) {
            events.add(new EngineEvent.Done(id, new Outcome.NeverSent(Reason.TOO_MANY)));
        } else {
            held.hold(id, request);
            held.release(id, serving);
        }
        return id;
    }

    /** Ends a request, as {@link SessionEngine#cancel} does. */
    public void cancel(long requestId) {
        if (held.drop(requestId)) {
            events.add(new EngineEvent.Done(requestId, new Outcome.NeverSent(Reason.CANCELLED)));
            held.ended(requestId, serving);
        } else {
            held.cancel(requestId);
        }
    }

    /** Does what is due by now. The engines are polled by the driver. */
    public void poll() {
        long now = ticker.now();
        for (KeyedEngine keyed : List.copyOf(engines)) {
            takeEvents(keyed);
            boolean finished = keyed.closeAt != Long.MAX_VALUE && keyed.engine.pendingRequests() == 0;
            if (keyed.isExpired(serverSeconds()) || now >= keyed.closeAt || finished) {
                discard(keyed, false);
            }
        }
        if (!creating && binding == null && now >= createAt && isKeyWanted()) {
            creating = true;
            steps.add(
                    proof.key() == null
                            ? new KeyStep.CreatePermanent()
                            : new KeyStep.CreateTemporary(settings.timings.expiresIn()));
        }
    }

    /** Takes out what has to be done next; null if nothing is. */
    public @Nullable KeyStep nextStep() {
        poll();
        return steps.poll();
    }

    /** Takes out the next event of any engine, under the numbers that {@link #submit} gave; null if there is none. */
    public @Nullable EngineEvent nextEvent() {
        poll();
        return events.poll();
    }

    /** Returns when {@link #poll} has to be called next, in unix milliseconds of the local clock. */
    public OptionalLong nextDeadline() {
        long now = ticker.now();
        long next = Long.MAX_VALUE;
        for (KeyedEngine keyed : engines) {
            next = Math.min(next, keyed.deadline(serverSeconds(), now));
        }
        if (!creating && binding == null) {
            long untilWanted = serving == null ? 0 : Math.max(0, serving.replaceAt - serverSeconds()) * 1000;
            next = Math.min(next, Math.max(createAt, now + untilWanted));
        }
        return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(ticker.toWall(next));
    }

    /** Ends all requests and erases the temporary keys. Events can still be taken out. */
    @Override
    public void close() {
        for (KeyedEngine keyed : List.copyOf(engines)) {
            keyed.engine.close();
            takeEvents(keyed);
            keyed.close();
        }
        engines.clear();
        binding = null;
        serving = null;
        creating = true;
        for (long id : held.all()) {
            held.drop(id);
            events.add(new EngineEvent.Done(id, new Outcome.NeverSent(Reason.CLOSED)));
        }
    }

    private boolean isKeyWanted() {
        return serving == null || serverSeconds() >= serving.replaceAt;
    }

    /** The request is made anew for each attempt, since it holds its own msg_id. */
    @Enforces(Check.P5)
    private void bind(KeyedEngine keyed) {
        AuthKey permanent = proof.key();
        if (permanent != null) {
            keyed.bindAttempts++;
            keyed.bindId = keyed.engine.submit(settings.bindRequest(permanent, keyed.key()));
        }
    }

    private void takeEvents(KeyedEngine keyed) {
        for (EngineEvent event = keyed.engine.nextEvent(); event != null; event = keyed.engine.nextEvent()) {
            if (!(event instanceof EngineEvent.Done done)) {
                events.add(event);
            } else if (done.requestId() == keyed.bindId) {
                bindAnswered(keyed, BindAnswer.of(done.outcome()));
            } else {
                Long id = keyed.outside.remove(done.requestId());
                if (id != null) {
                    events.add(new EngineEvent.Done(id, done.outcome()));
                    held.ended(id, serving);
                }
            }
        }
    }

    private void bindAnswered(KeyedEngine keyed, BindAnswer answer) {
        if (keyed != binding) {
            return;
        }
        switch (answer) {
            case BOUND -> serve(keyed);
            case INVALID -> invalid(keyed);
            case USELESS -> discard(keyed, true);
        }
    }

    private void serve(KeyedEngine bound) {
        proof.used();
        KeyedEngine before = serving;
        binding = null;
        serving = bound;
        steps.add(new KeyStep.Bound());
        if (before != null) {
            held.takeBack(before, request -> !request.sent);
            before.closeAt = ticker.now() + settings.timings.drain();
        }
        held.releaseAll(serving);
    }

    private void invalid(KeyedEngine keyed) {
        if (!proof.refused(keyed.bindAttempts)) {
            bind(keyed);
            return;
        }
        if (proof.key() == null) {
            steps.add(new KeyStep.PermanentLost());
        }
        discard(keyed, true);
    }

    /** Ends an engine; what it could not finish goes to the next one if it did not run there, or may run twice. */
    private void discard(KeyedEngine keyed, boolean lost) {
        createAt = lost ? ticker.now() + settings.timings.retry() : createAt;
        boolean all = lost && keyed == serving;
        held.takeBack(keyed, request -> all || !request.sent || request.request.isRepeatable());
        engines.remove(keyed);
        binding = keyed == binding ? null : binding;
        serving = keyed == serving ? null : serving;
        keyed.engine.close();
        takeEvents(keyed);
        keyed.close();
        steps.add(new KeyStep.Close(keyed.engine));
        held.releaseAll(serving);
    }

    private long serverSeconds() {
        return Math.floorDiv(settings.clock.millis(), 1000L);
    }
}
