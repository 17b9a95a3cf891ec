package dev.mtproto.client;

import dev.mtproto.session.engine.KeyLife;
import dev.mtproto.session.engine.SessionEngine;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The links of a client: one for each engine that is open. Guarded by the driver's lock. */
final class Links {

    /** A packet that is due is the business of the thread that writes; the clock looks again so much later, in milliseconds. */
    private static final long WRITING = 20;

    private final KeyLife keys;
    private final Map<SessionEngine, Link> byEngine = new IdentityHashMap<>(2);

    Links(KeyLife keys) {
        this.keys = keys;
    }

    void add(Link link) {
        byEngine.put(link.engine(), link);
        link.start();
    }

    @Nullable
    Link get(SessionEngine engine) {
        return byEngine.get(engine);
    }

    boolean contains(Link link) {
        return byEngine.get(link.engine()) == link;
    }

    /** Ends the link of an engine. */
    void close(SessionEngine engine) {
        Link link = byEngine.remove(engine);
        if (link != null) {
            link.close();
        }
    }

    void closeAll() {
        byEngine.values().forEach(Link::close);
        byEngine.clear();
    }

    Collection<Link> all() {
        return byEngine.values();
    }

    /** Returns the link on which calls go out; null if there is none. */
    @Nullable
    Link serving() {
        SessionEngine serving = keys.serving();
        return serving == null ? null : byEngine.get(serving);
    }

    /** Returns the link on which calls go out, if it has a connection. */
    @Nullable
    Link connected() {
        Link serving = serving();
        return serving == null || serving.socket() == null ? null : serving;
    }

    void poll() {
        byEngine.keySet().forEach(SessionEngine::poll);
    }

    /** Has what is due written by the threads that do it, but for a link whose caller does. */
    void wake(@Nullable Link writesItself) {
        for (Link link : byEngine.values()) {
            if (link != writesItself && link.hasWork()) {
                link.wake();
            }
        }
    }

    /** Returns when an engine has to be polled next, in milliseconds of the client's clock. */
    long nextDeadline(long now) {
        long next = Long.MAX_VALUE;
        for (SessionEngine engine : byEngine.keySet()) {
            long due = engine.nextDeadline().orElse(Long.MAX_VALUE);
            next = Math.min(next, due <= now ? now + WRITING : due);
        }
        return next;
    }
}
