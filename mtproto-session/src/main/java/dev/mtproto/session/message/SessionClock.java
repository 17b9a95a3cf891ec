package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The server's time as this side knows it: an injected clock and an offset to it. A client starts unsynchronised and takes
 * the offset from the key exchange or from authenticated messages; the time window for message ids is in force only from
 * then on. A server's own clock is the measure and has no offset.
 *
 * <p>Resolution: one millisecond, the part of a msg_id that its random low bits leave. Safe for use by several threads:
 * all connections to one server may share one clock.
 *
 * @see <a href="https://core.telegram.org/mtproto/description#message-identifier-msg-id">Message identifier</a>
 */
public final class SessionClock {

    private final InstantSource source;
    private final boolean authority;
    private volatile long offsetMillis;
    private volatile boolean synchronised;

    private SessionClock(InstantSource source, boolean authority) {
        this.source = Objects.requireNonNull(source, "source");
        this.authority = authority;
        this.synchronised = authority;
    }

    /**
     * Returns the clock of a client: not synchronised, without an offset.
     *
     * @param source the local clock
     */
    public static SessionClock client(InstantSource source) {
        return new SessionClock(source, false);
    }

    /**
     * Returns the clock of a server: synchronised by definition, its offset is 0 for ever.
     *
     * @param source the clock that is the measure
     */
    public static SessionClock server(InstantSource source) {
        return new SessionClock(source, true);
    }

    /**
     * Takes the offset that a key exchange found.
     *
     * @param seconds the server's time minus the local one
     */
    public void synchroniseTo(long seconds) {
        setOffset(Math.multiplyExact(seconds, 1000L));
    }

    /**
     * Takes the time that an authenticated message of the server shows, whether it is later or earlier: the answer to codes
     * 16 and 17. After a step back the ids of running sessions are ahead of the clock: see
     * {@link EncryptedSession#needsNewSession()}.
     *
     * @param msgId the id of that message
     */
    @Enforces(Check.R8)
    public void synchronise(long msgId) {
        setOffset(FixedTime.toMillis(msgId) - source.millis());
    }

    /**
     * Takes the time that an authenticated message shows if none is known yet or if it is later. Messages are under way for
     * a while, so the latest one is the best guess.
     */
    @Enforces(Check.R8)
    void observe(long msgId) {
        long offset = FixedTime.toMillis(msgId) - source.millis();
        if (!synchronised || offset > offsetMillis) {
            setOffset(offset);
        }
    }

    /** Returns whether the server's time is known. */
    public boolean isSynchronised() {
        return synchronised;
    }

    /** Returns the server's time minus the local one, to a millisecond. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis);
    }

    /** Returns the server's time, in milliseconds since 1970. */
    public long millis() {
        return source.millis() + offsetMillis;
    }

    /** Returns the local time, in milliseconds since 1970. */
    long localMillis() {
        return source.millis();
    }

    /** Returns the server's time as ids show it. */
    long now() {
        return FixedTime.ofMillis(millis());
    }

    private void setOffset(long millis) {
        if (authority) {
            throw new IllegalStateException("the clock of a server is the measure and takes no offset");
        }
        offsetMillis = millis;
        synchronised = true;
    }
}
