package dev.mtproto.client;

import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.KeyStep;
import java.util.function.BooleanSupplier;

/** Does what engines and keys say. Called under the driver's lock. */
final class Reactions {

    private final Driver driver;
    private final KeyLife keys;
    private final Links links;
    private final ActiveCalls calls;
    private final Updates updates;
    private final KeyMaker keyMaker;

    Reactions(Driver driver, KeyLife keys, Links links, ActiveCalls calls, Updates updates, KeyMaker keyMaker) {
        this.driver = driver;
        this.keys = keys;
        this.links = links;
        this.calls = calls;
        this.updates = updates;
        this.keyMaker = keyMaker;
    }

    /** Does all, until there is no more, or the client has ended. */
    void run(BooleanSupplier isOver) {
        boolean more = true;
        while (more && !isOver.getAsBoolean()) {
            more = takeEvents();
            for (KeyStep step = keys.nextStep(); step != null && !isOver.getAsBoolean(); step = keys.nextStep()) {
                take(step);
                more = true;
            }
        }
    }

    /** Takes the events alone; false if there was none. */
    boolean takeEvents() {
        boolean any = false;
        for (EngineEvent event = keys.nextEvent(); event != null; event = keys.nextEvent()) {
            take(event);
            any = true;
        }
        return any;
    }

    private void take(EngineEvent event) {
        if (event instanceof EngineEvent.Done done) {
            calls.ended(done);
        } else if (event instanceof EngineEvent.QuickAcked acked) {
            calls.quickAcked(acked.requestId());
        } else if (event instanceof EngineEvent.Update update) {
            updates.add(update.body());
        } else if (event instanceof EngineEvent.UpdateGap) {
            updates.gap();
            driver.tell(new ClientEvent.UpdateGap());
        } else if (event instanceof EngineEvent.Resent resent) {
            calls.resent(resent);
        } else {
            EngineEvents.translate(event).ifPresent(driver::tell);
        }
    }

    private void take(KeyStep step) {
        if (step instanceof KeyStep.CreatePermanent) {
            keyMaker.permanent();
        } else if (step instanceof KeyStep.CreateTemporary temporary) {
            keyMaker.temporary(temporary.expiresIn());
        } else if (step instanceof KeyStep.Open open) {
            links.add(new Link(driver, open.engine(), keyMaker.takeSpare()));
        } else if (step instanceof KeyStep.Reconnect reconnect) {
            Link link = links.get(reconnect.engine());
            if (link != null) {
                link.reconnect(EngineEvents.reason(reconnect));
            }
        } else if (step instanceof KeyStep.Close close) {
            links.close(close.engine());
            driver.wakeWaiting();
        } else if (step instanceof KeyStep.Bound && keys.serving() != null) {
            driver.tell(new ClientEvent.KeyInUse(keys.serving().keyId()));
        } else if (step instanceof KeyStep.PermanentLost) {
            driver.tell(new ClientEvent.KeyLost());
        }
    }
}
