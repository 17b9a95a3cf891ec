package dev.mtproto.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.transport.socket.ConnectionThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives the engines of a client: hands them calls, packets and the time, and does what they say. One lock guards the engines;
 * nothing blocks under it, and nothing of the application runs under it but listeners. Safe for use by several threads.
 */
final class Driver {

    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final ClientSettings settings;
    private final SessionClock serverClock;
    private final KeyLife keys;
    private final Connector connector;
    private final KeyMaker keyMaker;
    private final Updates updates;
    private final ActiveCalls calls;
    private final Links links;
    private final Reactions reactions;
    private final Timekeeper timekeeper;
    private final ReentrantLock lock = new ReentrantLock();
    /** For those that wait out a pause, which may end early. */
    private final Condition pauses = lock.newCondition();

    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable SessionEngine lastServing;
    private @Nullable MtprotoException end;

    Driver(ClientSettings settings, SessionClock serverClock, KeyLife keys) {
        this.settings = settings;
        this.serverClock = serverClock;
        this.keys = keys;
        this.connector = new Connector(settings);
        this.keyMaker = new KeyMaker(this, settings);
        this.updates = new Updates(settings.updates(), settings.schema(), settings.executor());
        this.calls = new ActiveCalls(settings, keys, lock);
        this.links = new Links(keys);
        this.reactions = new Reactions(this, keys, links, calls, updates, keyMaker);
        this.timekeeper = new Timekeeper(this, settings, keys, links, calls, lock);
    }

    /** Starts, and returns what completes when calls can be served, or fails when the first attempt to get there does. */
    CompletableFuture<Void> start() {
        locked(() -> {
            advance(null);
            return null;
        });
        timekeeper.start();
        return ready;
    }

    <R> CompletableFuture<R> invoke(Call<R> call) {
        Link mine = locked(() -> {
            calls.submit(call, links.all());
            Link to = links.serving();
            advance(to);
            return to;
        });
        settle();
        if (mine != null) {
            mine.flush();
        }
        call.whenComplete((value, failure) -> cancelIfUnfinished(call));
        return call;
    }

    private void cancelIfUnfinished(Call<?> call) {
        if (!call.isEnded()) {
            handle(() -> keys.cancel(call.id));
            settle();
        }
    }

    /** Does something to an engine or the keys, and what follows from it. */
    void handle(Runnable work) {
        locked(() -> {
            work.run();
            advance(null);
            return null;
        });
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Completes the calls that have ended. To be called without the lock. */
    void settle() {
        calls.settle();
    }

    /** Notes that a link has a connection. Called under the lock. */
    void connected(Connector.Opened opened) {
        tell(new ClientEvent.Connected(opened.transport(), opened.socket().remoteAddress()));
        advance(null);
    }

    /** Notes that a connection of a link ended, or did not come about, and waits until the next one is to be opened. */
    void lost(Link link, MtprotoException why, int code, Duration wait) {
        lock.lock();
        try {
            if (!links.contains(link)) {
                return;
            }
            failed(why, code, wait);
            if (code == TransportException.UNKNOWN_KEY && end == null) {
                keys.disowned(link.engine());
            }
            advance(null);
            await(wait, link);
        } finally {
            lock.unlock();
        }
        settle();
    }

    /** Notes a failed attempt to get a connection or a key. Called under the lock. */
    void failed(MtprotoException why, int code, Duration wait) {
        calls.lastFailure(why);
        tell(new ClientEvent.Disconnected(why, wait));
        ready.completeExceptionally(why);
        if (code == TransportException.WRONG_DATA_CENTER) {
            shutDown(why); // it would be refused for ever
        }
    }

    /** Waits, unless the link or all of it ends before. Called under the lock. */
    void await(Duration wait, @Nullable Link link) {
        long left = wait.toNanos();
        try {
            while (left > 0 && end == null && (link == null || links.contains(link))) {
                left = pauses.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends all: what waits for an answer ends unanswered. */
    void close() {
        farewell();
        end(new TransportException("the client was closed", null));
    }

    /** Ends all for a reason. */
    void end(MtprotoException cause) {
        locked(() -> {
            shutDown(cause);
            return null;
        });
        settle();
    }

    /** Waits until no call is without its end, and takes no more of them; false if the time is over before. */
    boolean drain(Duration longest) {
        return calls.drain(longest);
    }

    private void farewell() {
        Link link = locked(() -> {
            Link serving = links.connected();
            if (serving != null) {
                serving.engine().acknowledgeNow();
            }
            return serving;
        });
        if (link != null) {
            try {
                ConnectionThreads.start("mtproto-finish", link::flush).join(LONGEST_FAREWELL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void shutDown(MtprotoException cause) {
        if (end != null) {
            return;
        }
        end = cause;
        keys.close();
        reactions.takeEvents();
        links.closeAll();
        connector.sockets().close();
        updates.close();
        calls.close(cause);
        ready.completeExceptionally(cause);
        pauses.signalAll();
        timekeeper.stop();
    }

    /** Has those look around that wait out a pause. Called under the lock. */
    void wakeWaiting() {
        pauses.signalAll();
    }

    /** Does what the engines say, until they have no more to say. Called under the lock. */
    void advance(@Nullable Link writesItself) {
        if (end != null) {
            return;
        }
        links.poll();
        reactions.run(() -> end != null);
        links.wake(writesItself);
        Link connected = links.connected();
        if (connected != null) {
            lastServing = connected.engine();
            ready.complete(null);
        }
        timekeeper.check();
    }

    boolean isClosed() {
        return locked(() -> end != null);
    }

    boolean isConnected() {
        return locked(() -> links.connected() != null);
    }

    /** Returns the engine that serves, or served last. */
    SessionEngine serving() {
        SessionEngine last = lastServing;
        if (last == null) {
            throw new IllegalStateException("no key has served yet");
        }
        return last;
    }

    Duration timeOffset() {
        return serverClock.offset();
    }

    KeyLife keys() {
        return keys;
    }

    KeyMaker keyMaker() {
        return keyMaker;
    }

    Connector connector() {
        return connector;
    }

    Sockets sockets() {
        return connector.sockets();
    }

    Updates updates() {
        return updates;
    }

    BackOff newBackOff() {
        return new BackOff(
                settings.firstRetry(),
                settings.longestRetry(),
                settings.crypto().random());
    }

    void tell(ClientEvent event) {
        settings.observers().event(event);
    }
}
