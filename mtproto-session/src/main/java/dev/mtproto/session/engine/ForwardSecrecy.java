package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.session.exchange.ExchangeResult;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The life of temporary keys: a permanent key proves who the client is, temporary ones carry the traffic, and each is replaced
 * before it ends, without a gap. Requests wait until a key is bound; what is in flight on a replaced key is finished there.
 *
 * @see <a href="https://core.telegram.org/api/pfs">Perfect forward secrecy</a>
 */
public final class ForwardSecrecy extends KeyLife {

    private final ProofKey proof;
    private @Nullable KeyedEngine binding;

    ForwardSecrecy(KeyLifeBuilder settings) {
        super(settings);
        this.proof = new ProofKey(settings.permanent, ticker);
    }

    @Override
    public void permanentCreated(ExchangeResult made) {
        proof.created(made.key());
        creating = false;
        poll();
    }

    @Override
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
        binding = KeyedEngine.temporary(key, engine, settings.timings.replaceAt(serverSeconds(), endsAt.getAsLong()));
        engines.add(binding);
        bind(binding);
        steps.add(new KeyStep.Open(engine));
    }

    @Override
    public void disowned(SessionEngine engine) {
        List.copyOf(engines).stream().filter(keyed -> keyed.engine == engine).forEach(this::lose);
    }

    @Override
    public void poll() {
        long now = ticker.now();
        for (KeyedEngine keyed : List.copyOf(engines)) {
            takeEvents(keyed);
            boolean finished = keyed.closeAt != Long.MAX_VALUE && keyed.engine.pendingRequests() == 0;
            if (keyed.isExpired(serverSeconds()) || now >= keyed.closeAt || finished) {
                end(keyed, Reason.CLOSED);
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

    @Override
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

    @Override
    public void close() {
        super.close();
        binding = null;
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

    @Override
    void ended(KeyedEngine keyed, EngineEvent.Done done) {
        if (done.requestId() == keyed.bindId) {
            bindAnswered(keyed, BindAnswer.of(done.outcome()));
        } else {
            super.ended(keyed, done);
        }
    }

    private void bindAnswered(KeyedEngine keyed, BindAnswer answer) {
        if (keyed != binding) {
            return;
        }
        switch (answer) {
            case BOUND -> serve(keyed);
            case INVALID -> invalid(keyed);
            case USELESS -> lose(keyed);
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
        lose(keyed);
    }

    /** Ends an engine whose key is of no use; the next key is not made at once, lest a server that refuses all be stormed. */
    private void lose(KeyedEngine keyed) {
        createAt = ticker.now() + settings.timings.retry();
        end(keyed, Reason.KEY_LOST);
    }

    private void end(KeyedEngine keyed, Reason reason) {
        binding = keyed == binding ? null : binding;
        discard(keyed, reason);
    }

    private long serverSeconds() {
        return Math.floorDiv(settings.clock.millis(), 1000L);
    }
}
