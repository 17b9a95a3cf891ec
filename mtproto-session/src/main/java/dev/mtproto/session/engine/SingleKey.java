package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Salt;
import dev.mtproto.session.exchange.ExchangeResult;
import java.util.OptionalLong;

/**
 * Traffic on the permanent key itself, without forward secrecy. The key is made if there is none, and made anew only when the
 * server has disowned it twice in a row.
 */
public final class SingleKey extends KeyLife {

    private final KeyWatch watch = new KeyWatch();

    SingleKey(KeyLifeBuilder settings) {
        super(settings);
        AuthKey known = settings.permanent;
        if (known != null) {
            serve(known, settings.salt);
        }
    }

    @Override
    public void permanentCreated(ExchangeResult made) {
        creating = false;
        settings.clock.synchroniseTo(made.timeOffsetSeconds());
        watch.used();
        serve(made.key(), made.firstSalt());
    }

    @Override
    public void temporaryCreated(ExchangeResult made) {
        throw new IllegalStateException("a temporary key carries no traffic where the permanent one does");
    }

    @Override
    @Enforces(Check.P10)
    public void disowned(SessionEngine engine) {
        KeyedEngine keyed = serving;
        if (keyed != null && keyed.engine == engine && watch.disowned()) {
            steps.add(new KeyStep.PermanentLost());
            discard(keyed, Reason.KEY_LOST);
        }
    }

    @Override
    public void poll() {
        if (serving != null) {
            takeEvents(serving);
        } else if (!creating && ticker.now() >= createAt) {
            creating = true;
            steps.add(new KeyStep.CreatePermanent());
        }
    }

    @Override
    public OptionalLong nextDeadline() {
        return serving != null || creating ? OptionalLong.empty() : OptionalLong.of(ticker.toWall(createAt));
    }

    @Override
    void ended(KeyedEngine keyed, EngineEvent.Done done) {
        if (done.outcome() instanceof Outcome.Answered || done.outcome() instanceof Outcome.Refused) {
            watch.used();
        }
        super.ended(keyed, done);
    }

    private void serve(AuthKey key, Salt salt) {
        KeyedEngine keyed = KeyedEngine.permanent(key, settings.newEngine(key, salt));
        engines.add(keyed);
        serving = keyed;
        steps.add(new KeyStep.Open(keyed.engine));
        steps.add(new KeyStep.Bound());
        held.releaseAll(keyed);
    }
}
