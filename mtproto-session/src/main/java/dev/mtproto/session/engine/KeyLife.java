package dev.mtproto.session.engine;

import dev.mtproto.session.exchange.ExchangeResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The life of the auth keys of a client: which are made, which carry the traffic, and what becomes of the requests when one
 * takes the place of another. The driver makes keys and connections as the {@linkplain #nextStep steps} say, and drives the
 * engines that are open.
 *
 * <p>Not safe for use by several threads.
 */
public abstract sealed class KeyLife implements AutoCloseable permits ForwardSecrecy, SingleKey {

    final KeyLifeBuilder settings;
    final Ticker ticker;
    final HeldRequests held;
    final ArrayDeque<KeyStep> steps = new ArrayDeque<>(2);
    final ArrayDeque<EngineEvent> events = new ArrayDeque<>(4);
    final List<KeyedEngine> engines = new ArrayList<>(1);

    @Nullable
    KeyedEngine serving;

    boolean creating;
    long createAt;
    private long lastId;

    KeyLife(KeyLifeBuilder settings) {
        this.settings = settings;
        this.ticker = new Ticker(settings.source);
        this.held = new HeldRequests(settings.limits);
    }

    /**
     * Takes a permanent key that was made as {@link KeyStep.CreatePermanent} said. The caller keeps its key, and destroys it.
     *
     * @param made what the key exchange gave
     */
    public abstract void permanentCreated(ExchangeResult made);

    /**
     * Takes a temporary key that was made as {@link KeyStep.CreateTemporary} said. It is destroyed when it is over.
     *
     * @param made what the key exchange gave
     */
    public abstract void temporaryCreated(ExchangeResult made);

    /** Notes that a key could not be made; it is tried again. */
    public final void creationFailed() {
        creating = false;
        createAt = ticker.now() + settings.timings.retry();
    }

    /** Notes that the server does not know the key of an engine: the transport error -404. */
    public abstract void disowned(SessionEngine engine);

    /**
     * Takes a request. It is held until a key serves.
     *
     * @return the number under which its outcome is told
     */
    public final long submit(Request request) {
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
    public final void cancel(long requestId) {
        if (held.drop(requestId)) {
            events.add(new EngineEvent.Done(requestId, new Outcome.NeverSent(Reason.CANCELLED)));
            held.ended(requestId, serving);
        } else {
            held.cancel(requestId);
        }
    }

    /** Returns the engine that serves requests now; null if there is none. */
    public final @Nullable SessionEngine serving() {
        return serving == null ? null : serving.engine;
    }

    /** Does what is due by now. The engines are polled by the driver. */
    public abstract void poll();

    /** Takes out what has to be done next; null if nothing is. */
    public final @Nullable KeyStep nextStep() {
        poll();
        return steps.poll();
    }

    /** Takes out the next event of any engine, under the numbers that {@link #submit} gave; null if there is none. */
    public final @Nullable EngineEvent nextEvent() {
        poll();
        return events.poll();
    }

    /** Returns when {@link #poll} has to be called next, in unix milliseconds of the local clock. */
    public abstract OptionalLong nextDeadline();

    /** Ends all requests and erases the temporary keys. Events can still be taken out. */
    @Override
    public void close() {
        for (KeyedEngine keyed : List.copyOf(engines)) {
            keyed.engine.close();
            takeEvents(keyed);
            keyed.close();
        }
        engines.clear();
        serving = null;
        creating = true;
        for (long id : held.all()) {
            held.drop(id);
            events.add(new EngineEvent.Done(id, new Outcome.NeverSent(Reason.CLOSED)));
        }
    }

    /** Takes over what an engine has to tell. */
    final void takeEvents(KeyedEngine keyed) {
        for (EngineEvent event = keyed.engine.nextEvent(); event != null; event = keyed.engine.nextEvent()) {
            if (event instanceof EngineEvent.Done done) {
                ended(keyed, done);
                continue;
            }
            if (event instanceof EngineEvent.ReconnectWanted) {
                steps.add(new KeyStep.Reconnect(keyed.engine, Optional.empty()));
            } else if (event instanceof EngineEvent.CloseConnection close) {
                steps.add(new KeyStep.Reconnect(keyed.engine, Optional.of(close.check())));
            } else {
                events.add(event);
            }
        }
    }

    /** Takes the outcome of a request of an engine. */
    void ended(KeyedEngine keyed, EngineEvent.Done done) {
        Long id = keyed.outside.remove(done.requestId());
        if (id != null) {
            events.add(new EngineEvent.Done(id, done.outcome()));
            held.ended(id, serving);
        }
    }

    /** Ends an engine. What it did not send, and what may run twice, goes to the next one. */
    final void discard(KeyedEngine keyed, Reason reason) {
        held.takeBack(keyed, request -> !request.sent || request.request.isRepeatable());
        engines.remove(keyed);
        serving = keyed == serving ? null : serving;
        keyed.engine.close(reason);
        takeEvents(keyed);
        keyed.close();
        steps.add(new KeyStep.Close(keyed.engine));
        held.releaseAll(serving);
    }
}
