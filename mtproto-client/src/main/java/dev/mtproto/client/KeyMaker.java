package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyStoreException;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.transport.socket.ConnectionThreads;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes keys, one at a time, on a thread of its own, until it succeeds: with growing waits, so that a server in trouble is not
 * stormed.
 */
final class KeyMaker {

    private final Driver driver;
    private final ClientSettings settings;
    private @Nullable AuthKey permanent;
    /** The connection of the last key exchange, which whoever connects next goes on with; guarded by the driver's lock. */
    private Connector.@Nullable Opened spare;

    KeyMaker(Driver driver, ClientSettings settings) {
        this.driver = driver;
        this.settings = settings;
    }

    void permanent() {
        start(ExchangeRequest.permanent(settings.keys(), settings.dc()));
    }

    void temporary(int expiresIn) {
        start(ExchangeRequest.temporary(settings.keys(), settings.dc(), expiresIn));
    }

    /** Returns the permanent key that was made last; null if none was. Called under the driver's lock. */
    @Nullable
    AuthKey lastPermanent() {
        return permanent;
    }

    /** Takes the connection of the last key exchange; null if there is none. Called under the driver's lock. */
    Connector.@Nullable Opened takeSpare() {
        Connector.Opened taken = spare;
        spare = null;
        return taken;
    }

    private void start(ExchangeRequest request) {
        ConnectionThreads.start("mtproto-key", () -> run(request));
    }

    private void run(ExchangeRequest request) {
        BackOff backOff = driver.newBackOff();
        while (!driver.isClosed()) {
            try {
                make(request);
                return;
            } catch (MtprotoException e) {
                int code = code(e);
                Duration wait = backOff.next(code);
                driver.locked(() -> {
                    driver.failed(e, code, wait);
                    driver.await(wait, null);
                    return null;
                });
                driver.settle();
            }
        }
    }

    private void make(ExchangeRequest request) {
        long start = System.nanoTime();
        Connector.Opened on = driver.locked(this::takeSpare);
        Connector.Opened opened = on == null
                ? driver.connector().exchange(request)
                : driver.connector().exchange(request, on);
        ExchangeResult made = opened.made();
        if (made == null) {
            throw new IllegalStateException("a key exchange without a result");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        keep(made);
        driver.handle(() -> take(made, opened, took));
        driver.settle();
    }

    /** Before it is used: a key that carried something and is not stored would be lost with what it stands for. */
    private void keep(ExchangeResult made) {
        if (made.key().expiresAt().isPresent() || settings.keeper().isEmpty()) {
            return;
        }
        try {
            Duration offset = Duration.ofSeconds(made.timeOffsetSeconds());
            settings.keeper().get().save(made.key(), made.firstSalt(), offset, settings.clock());
        } catch (AuthKeyStoreException e) {
            made.key().destroy();
            driver.end(e);
            throw e;
        }
    }

    private void take(ExchangeResult made, Connector.Opened opened, Duration took) {
        if (driver.isClosed()) {
            made.key().destroy();
            return;
        }
        boolean temporary = made.key().expiresAt().isPresent();
        driver.tell(new ClientEvent.KeyCreated(made.key().id(), temporary, took));
        spare = opened;
        if (temporary) {
            driver.keys().temporaryCreated(made);
        } else {
            permanent = made.key();
            driver.keys().permanentCreated(made);
        }
    }

    private static int code(MtprotoException e) {
        if (e instanceof KeyExchangeException refused) {
            return refused.transportError();
        }
        return e instanceof TransportException failure ? failure.code() : 0;
    }
}
