package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.binding.TempKeyBinding;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.TlWriter;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Collects what the life of keys needs. What is not set has a default that is fit for use. */
public final class KeyLifeBuilder {

    final Crypto crypto;

    @Nullable
    AuthKey permanent;

    Salt salt = new Salt(0);
    InstantSource source = InstantSource.system();
    SessionClock clock = SessionClock.client(source);
    KeyTimings timings = KeyTimings.DEFAULT;
    EngineTimings engineTimings = EngineTimings.DEFAULT;
    EngineLimits limits = EngineLimits.DEFAULT;
    private UnaryOperator<EngineBuilder> engines = UnaryOperator.identity();
    private RandomSource random;

    /**
     * Starts with the cryptography to use.
     *
     * @param crypto the cryptography
     */
    public KeyLifeBuilder(Crypto crypto) {
        this.crypto = Objects.requireNonNull(crypto, "crypto");
        this.random = crypto.random();
    }

    /**
     * Sets the permanent key that was kept from before; without one, the first step is to make it.
     *
     * @param key the key; the caller destroys it
     * @param lastSalt the salt known last, for traffic on the key itself; a wrong one costs a round trip
     */
    public KeyLifeBuilder permanent(AuthKey key, Salt lastSalt) {
        if (key.expiresAt().isPresent()) {
            throw new IllegalArgumentException("a temporary key is not kept");
        }
        permanent = key;
        salt = lastSalt;
        return this;
    }

    /** Sets the clock, as {@link EngineBuilder#clock} does. */
    public KeyLifeBuilder clock(InstantSource local, SessionClock server) {
        source = Objects.requireNonNull(local, "local");
        clock = Objects.requireNonNull(server, "server");
        return this;
    }

    /** Sets the source of random bytes; by default that of the crypto provider. */
    public KeyLifeBuilder random(RandomSource randomSource) {
        random = Objects.requireNonNull(randomSource, "randomSource");
        return this;
    }

    /** Sets the times of keys; by default {@link KeyTimings#DEFAULT}. */
    public KeyLifeBuilder timings(KeyTimings keyTimings) {
        timings = Objects.requireNonNull(keyTimings, "keyTimings");
        return this;
    }

    /** Sets the waiting times of the engines; by default {@link EngineTimings#DEFAULT}. */
    public KeyLifeBuilder engineTimings(EngineTimings times) {
        engineTimings = Objects.requireNonNull(times, "times");
        return this;
    }

    /** Sets what is held at most; by default {@link EngineLimits#DEFAULT}. */
    public KeyLifeBuilder limits(EngineLimits engineLimits) {
        limits = Objects.requireNonNull(engineLimits, "engineLimits");
        return this;
    }

    /** Adds to how each engine is made, such as its padding; what this builder sets itself stands. */
    public KeyLifeBuilder engines(UnaryOperator<EngineBuilder> more) {
        engines = Objects.requireNonNull(more, "more");
        return this;
    }

    /** Starts a life in which temporary keys carry the traffic. */
    public ForwardSecrecy forwardSecrecy() {
        return new ForwardSecrecy(this);
    }

    /** Starts a life in which the permanent key carries the traffic. */
    public SingleKey singleKey() {
        return new SingleKey(this);
    }

    SessionEngine newEngine(AuthKey key, Salt first) {
        return engines.apply(SessionEngine.builder(crypto, key))
                .salt(first)
                .clock(source, clock)
                .random(random)
                .timings(engineTimings)
                .limits(limits)
                .build();
    }

    Request bindRequest(AuthKey proof, AuthKey key) {
        return Request.made((session, msgId) -> {
            TlWriter writer = new TlWriter();
            TempKeyBinding.request(crypto, proof, key, session, msgId, random).writeTo(writer);
            return writer.toByteArray();
        });
    }
}
