package dev.mtproto.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.KeyStep;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.transport.socket.ConnectionThreads;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
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

    /** A packet that is due is the business of the thread that writes; the clock looks again so much later, in milliseconds. */
    private static final long WRITING = 20;

    private static final long LONGEST_SLEEP = 3_600_000;
    /** A clock of the caller's own may jump, which nobody tells: it is looked at this often, in milliseconds. */
    private static final long JUMPS = 50;

    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);

    private final ClientSettings settings;
    private final SessionClock serverClock;
    private final KeyLife keys;
    private final Connector connector;
    private final KeyMaker keyMaker;
    private final Updates updates;
    private final ActiveCalls calls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition alarm = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final Map<SessionEngine, Link> links = new IdentityHashMap<>(2);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable SessionEngine lastServing;
    private @Nullable MtprotoException end;
    private long sleepingUntil = Long.MAX_VALUE;

    Driver(ClientSettings settings, SessionClock serverClock, KeyLife keys) {
        this.settings = settings;
        this.serverClock = serverClock;
        this.keys = keys;
        this.connector = new Connector(settings);
        this.keyMaker = new KeyMaker(this, settings);
        this.updates = new Updates(settings.updates(), settings.schema(), settings.executor());
        this.calls = new ActiveCalls(settings, keys, lock);
    }

    /** Starts, and returns what completes when calls can be served, or fails when the first attempt to get there does. */
    CompletableFuture<Void> start() {
        locked(() -> {
            advance(null);
            return null;
        });
        ConnectionThreads.start("mtproto-clock", this::keepTime);
        return ready;
    }

    <R> CompletableFuture<R> invoke(Call<R> call) {
        Link mine = locked(() -> {
            calls.submit(call, links.values());
            Link to = servingLink();
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
            if (links.get(link.engine()) != link) {
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
            while (left > 0 && end == null && (link == null || links.get(link.engine()) == link)) {
                left = ended.awaitNanos(left);
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
            Link serving = end == null ? servingLink() : null;
            if (serving != null && serving.socket() != null) {
                serving.engine().acknowledgeNow();
                return serving;
            }
            return null;
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
        for (EngineEvent event = keys.nextEvent(); event != null; event = keys.nextEvent()) {
            take(event);
        }
        links.values().forEach(Link::close);
        links.clear();
        connector.sockets().close();
        updates.close();
        calls.close(cause);
        ready.completeExceptionally(cause);
        ended.signalAll();
        alarm.signalAll();
    }

    /** Does what the engines say, until they have no more to say. Called under the lock. */
    void advance(@Nullable Link writesItself) {
        if (end != null) {
            return;
        }
        links.keySet().forEach(SessionEngine::poll);
        boolean more = true;
        while (more && end == null) {
            more = false;
            for (EngineEvent event = keys.nextEvent(); event != null; event = keys.nextEvent()) {
                take(event);
                more = true;
            }
            for (KeyStep step = keys.nextStep(); step != null && end == null; step = keys.nextStep()) {
                take(step);
                more = true;
            }
        }
        for (Link link : links.values()) {
            if (link != writesItself && link.hasWork()) {
                link.wake();
            }
        }
        Link serving = servingLink();
        if (serving != null && serving.socket() != null) {
            lastServing = serving.engine();
            ready.complete(null);
        }
        long now = now();
        if (nextDeadline(now) < sleepingUntil) {
            alarm.signal();
        }
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
            tell(new ClientEvent.UpdateGap());
        } else if (event instanceof EngineEvent.Resent resent) {
            calls.resent(resent);
        } else {
            EngineEvents.translate(event).ifPresent(this::tell);
        }
    }

    private void take(KeyStep step) {
        if (step instanceof KeyStep.CreatePermanent) {
            keyMaker.permanent();
        } else if (step instanceof KeyStep.CreateTemporary temporary) {
            keyMaker.temporary(temporary.expiresIn());
        } else if (step instanceof KeyStep.Open open) {
            Link link = new Link(this, open.engine(), keyMaker.takeSpare());
            links.put(open.engine(), link);
            link.start();
        } else if (step instanceof KeyStep.Reconnect reconnect) {
            Link link = links.get(reconnect.engine());
            if (link != null) {
                link.reconnect(EngineEvents.reason(reconnect));
            }
        } else if (step instanceof KeyStep.Close close) {
            Link link = links.remove(close.engine());
            if (link != null) {
                link.close();
                ended.signalAll();
            }
        } else if (step instanceof KeyStep.Bound && keys.serving() != null) {
            tell(new ClientEvent.KeyInUse(keys.serving().keyId()));
        } else if (step instanceof KeyStep.PermanentLost) {
            tell(new ClientEvent.KeyLost());
        }
    }

    private void keepTime() {
        while (!isClosed()) {
            lock.lock();
            try {
                sleepingUntil = Long.MIN_VALUE;
                calls.expire();
                advance(null);
                long now = now();
                sleepingUntil = nextDeadline(now);
                alarm.awaitNanos(Math.max(1, Math.min(sleepingUntil - now, longestSleep())) * 1_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                lock.unlock();
            }
            settle();
        }
    }

    private long longestSleep() {
        return settings.isOwnClock() ? JUMPS : LONGEST_SLEEP;
    }

    private long nextDeadline(long now) {
        long next = Math.min(keys.nextDeadline().orElse(Long.MAX_VALUE), now + calls.untilNextDeadline());
        for (Link link : links.values()) {
            long due = link.engine().nextDeadline().orElse(Long.MAX_VALUE);
            next = Math.min(next, due <= now ? now + WRITING : due);
        }
        return next;
    }

    private @Nullable Link servingLink() {
        SessionEngine serving = keys.serving();
        return serving == null ? null : links.get(serving);
    }

    private long now() {
        return settings.clock().millis();
    }

    boolean isClosed() {
        return locked(() -> end != null);
    }

    boolean isConnected() {
        return locked(() -> {
            Link link = servingLink();
            return link != null && link.socket() != null;
        });
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
