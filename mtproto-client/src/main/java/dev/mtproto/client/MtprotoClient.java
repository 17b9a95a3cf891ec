package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.api.TransportException;
import dev.mtproto.client.keys.StoredKey;
import dev.mtproto.crypto.CryptoInfo;
import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.KeyLifeBuilder;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.transport.socket.Transport;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A client of an MTProto server: any number of calls at a time, over a connection that is opened anew whenever it is lost.
 *
 * <p>Each call ends in exactly one way: with its result, with a {@link dev.mtproto.api.RpcException} if the server refused it,
 * or with an {@link dev.mtproto.api.UnansweredException} that tells how far it came. A call that is on its way when the
 * connection is lost goes on after that; the server runs it once.
 *
 * <p>Safe for use by several threads. Its own threads do not keep the JVM alive.
 */
public final class MtprotoClient implements AutoCloseable {

    private final ClientSettings settings;
    private final @Nullable AuthKey knownKey;
    private final Driver driver;

    private MtprotoClient(ClientSettings settings, @Nullable AuthKey knownKey, Driver driver) {
        this.settings = settings;
        this.knownKey = knownKey;
        this.driver = driver;
    }

    /** Returns a builder with the defaults; the server has to be named. */
    public static MtprotoClientBuilder builder() {
        return new MtprotoClientBuilder();
    }

    static MtprotoClient connect(ClientSettings settings, @Nullable AuthKey given, Salt givenSalt) {
        SessionClock clock = SessionClock.client(settings.clock());
        AuthKey known = given;
        Salt salt = givenSalt;
        Optional<StoredKey> stored = given == null ? settings.keeper().flatMap(KeyKeeper::load) : Optional.empty();
        if (stored.isPresent()) {
            known = stored.get().key();
            salt = stored.get().lastSalt();
            clock.synchroniseTo(stored.get().timeOffset().toSeconds());
        }
        KeyLifeBuilder life = new KeyLifeBuilder(settings.crypto())
                .clock(settings.clock(), clock)
                .engineTimings(settings.timings())
                .limits(settings.limits())
                .engines(engine -> engine.padding(settings.padding())
                        .tap(settings.observers().tap()));
        if (known != null) {
            life.permanent(known, salt);
        }
        settings.forwardSecrecy().ifPresent(life::timings);
        KeyLife keys = settings.forwardSecrecy().isPresent() ? life.forwardSecrecy() : life.singleKey();
        MtprotoClient client = new MtprotoClient(settings, known, new Driver(settings, clock, keys));
        client.start();
        return client;
    }

    private void start() {
        boolean started = false;
        try {
            driver.start().get();
            started = true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MtprotoException failure
                    ? failure
                    : new TransportException("connecting failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while connecting", e);
        } finally {
            if (!started) {
                driver.close();
            }
        }
    }

    /**
     * Sends a function to the server. Blocks while more calls wait for an answer than the {@linkplain
     * MtprotoClientBuilder#limits limits} allow, or while the server takes nothing.
     *
     * @param function what to invoke
     * @return the result; fails with a {@link dev.mtproto.api.RpcException} if the server refuses, with an
     *     {@link dev.mtproto.api.UnansweredException} if there is no answer, with a {@link dev.mtproto.api.TlException} if the
     *     answer cannot be read. Cancelling it tells the server that the answer is not wanted any more
     * @param <R> the type of the result
     */
    public <R> CompletableFuture<R> invoke(TlFunction<R> function) {
        return invoke(function, CallOptions.DEFAULT);
    }

    /**
     * Sends a function to the server, treated as told.
     *
     * @param function what to invoke
     * @param options how
     * @return as {@link #invoke(TlFunction)}
     * @param <R> the type of the result
     */
    public <R> CompletableFuture<R> invoke(TlFunction<R> function, CallOptions options) {
        return driver.invoke(new Call<>(function, options));
    }

    /** Returns how the server is reached: of several transports, the one that was kept. */
    public Transport transport() {
        return driver.connector().preferred();
    }

    /** Returns how many bytes were sent on all connections, with what stands around packets; without the records of true TLS. */
    public long bytesSent() {
        return driver.sockets().sent();
    }

    /** Returns how many bytes were received, counted in the same way. */
    public long bytesReceived() {
        return driver.sockets().received();
    }

    /** Returns the permanent auth key, for a later client; the caller may destroy it when this one is closed. */
    public AuthKey authKey() {
        AuthKey made = driver.locked(() -> driver.keyMaker().lastPermanent());
        if (made != null) {
            return made;
        }
        if (knownKey == null) {
            throw new IllegalStateException("no key was made");
        }
        return knownKey;
    }

    /** Returns the id of the session, which changes with the key, and when the server makes the client begin anew. */
    public SessionId sessionId() {
        return driver.locked(() -> driver.serving().sessionId());
    }

    /** Returns the salt that messages carry now. */
    public Salt salt() {
        return driver.locked(() -> driver.serving().salt());
    }

    /** Returns the server's time minus the local one, as far as it is known. */
    public Duration timeOffset() {
        return driver.timeOffset();
    }

    /** Returns what does the cryptography. */
    public CryptoInfo crypto() {
        return settings.crypto().info();
    }

    /** Returns the address of the peer of the last connection: the server, or the proxy in front of it. */
    public InetSocketAddress remoteAddress() {
        return driver.sockets().lastPeer();
    }

    /** Returns whether there is a connection at the moment, on which calls are served. */
    public boolean isConnected() {
        return driver.isConnected();
    }

    /** Returns whether it was closed, or gave up because the server can never serve it; every call fails from then on. */
    public boolean isClosed() {
        return driver.isClosed();
    }

    /**
     * Takes no more calls, and waits until those that are on their way have ended. To be followed by {@link #close}.
     *
     * @param longest the longest wait
     * @return whether all have ended
     */
    public boolean drain(Duration longest) {
        return driver.drain(longest);
    }

    /** Sends the acknowledgements that are due and closes the connection; calls without an answer fail. */
    @Override
    public void close() {
        boolean first = !driver.isClosed();
        driver.close();
        if (first && settings.forwardSecrecy().isEmpty()) {
            settings.keeper().ifPresent(keeper -> keeper.update(authKey(), salt(), timeOffset()));
        }
    }
}
