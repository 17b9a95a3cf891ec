package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PaddingPolicy;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.session.message.SessionLimits;
import java.time.InstantSource;
import java.util.Objects;

/** Collects what an engine needs. What is not set has a default that is fit for use. */
public final class EngineBuilder {

    final Crypto crypto;
    final AuthKey key;
    InstantSource source = InstantSource.system();
    SessionClock clock = SessionClock.client(source);
    EngineTimings timings = EngineTimings.DEFAULT;
    EngineLimits limits = EngineLimits.DEFAULT;
    SessionLimits sessionLimits = SessionLimits.DEFAULT;
    MessageTap tap = MessageTap.NONE;
    boolean transportPadding;
    private Salt salt = new Salt(0);
    private RandomSource random;
    private PaddingPolicy padding = PaddingPolicy.minimum();

    EngineBuilder(Crypto crypto, AuthKey key) {
        this.crypto = Objects.requireNonNull(crypto, "crypto");
        this.key = Objects.requireNonNull(key, "key");
        this.random = crypto.random();
    }

    /** Sets the first salt, as the key exchange gave it; 0 by default, to which the server answers with the right one. */
    public EngineBuilder salt(Salt first) {
        salt = Objects.requireNonNull(first, "first");
        return this;
    }

    /**
     * Sets the clock.
     *
     * @param local measures waiting times
     * @param server the server's time, on the same local clock; may be shared by engines
     */
    public EngineBuilder clock(InstantSource local, SessionClock server) {
        source = Objects.requireNonNull(local, "local");
        clock = Objects.requireNonNull(server, "server");
        return this;
    }

    /** Sets the source of padding and ids; by default that of the crypto provider. */
    public EngineBuilder random(RandomSource randomSource) {
        random = Objects.requireNonNull(randomSource, "randomSource");
        return this;
    }

    /** Sets how much padding messages get; by default the least. */
    public EngineBuilder padding(PaddingPolicy policy) {
        padding = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Sets whether the transport leaves up to 15 bytes of its own padding behind a packet; it does not by default. */
    public EngineBuilder transportPadding(boolean left) {
        transportPadding = left;
        return this;
    }

    /** Sets the waiting times; by default {@link EngineTimings#DEFAULT}. */
    public EngineBuilder timings(EngineTimings engineTimings) {
        timings = Objects.requireNonNull(engineTimings, "engineTimings");
        return this;
    }

    /** Sets what is held at most; by default {@link EngineLimits#DEFAULT}. */
    public EngineBuilder limits(EngineLimits engineLimits) {
        limits = Objects.requireNonNull(engineLimits, "engineLimits");
        return this;
    }

    /** Sets the limits of a session; by default {@link SessionLimits#DEFAULT}. */
    public EngineBuilder sessionLimits(SessionLimits limitsOfSession) {
        sessionLimits = Objects.requireNonNull(limitsOfSession, "limitsOfSession");
        return this;
    }

    /** Sets who sees the messages; nobody by default. */
    public EngineBuilder tap(MessageTap messageTap) {
        tap = Objects.requireNonNull(messageTap, "messageTap");
        return this;
    }

    /** Makes the engine, without a connection. */
    public SessionEngine build() {
        return new SessionEngine(this);
    }

    EncryptedSession newSession() {
        return EncryptedSession.builder(crypto, key, Role.CLIENT)
                .salt(salt)
                .clock(clock)
                .random(random)
                .padding(padding)
                .limits(sessionLimits)
                .transportPadding(transportPadding)
                .build();
    }
}
