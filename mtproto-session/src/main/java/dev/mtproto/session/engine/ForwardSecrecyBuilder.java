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
import org.jspecify.annotations.Nullable;

/** Collects what the life of temporary keys needs. What is not set has a default that is fit for use. */
public final class ForwardSecrecyBuilder {

    final Crypto crypto;

    @Nullable
    AuthKey permanent;

    InstantSource source = InstantSource.system();
    SessionClock clock = SessionClock.client(source);
    KeyTimings timings = KeyTimings.DEFAULT;
    EngineTimings engineTimings = EngineTimings.DEFAULT;
    EngineLimits limits = EngineLimits.DEFAULT;
    private RandomSource random;

    /**
     * Starts with the cryptography to use.
     *
     * @param crypto the cryptography
     */
    public ForwardSecrecyBuilder(Crypto crypto) {
        this.crypto = Objects.requireNonNull(crypto, "crypto");
        this.random = crypto.random();
    }

    /** Sets the permanent key that was kept from before; without one, the first step is to make it. */
    public ForwardSecrecyBuilder permanent(AuthKey key) {
        if (key.expiresAt().isPresent()) {
            throw new IllegalArgumentException("a temporary key is not kept");
        }
        permanent = key;
        return this;
    }

    /** Sets the clock, as {@link EngineBuilder#clock} does. */
    public ForwardSecrecyBuilder clock(InstantSource local, SessionClock server) {
        source = Objects.requireNonNull(local, "local");
        clock = Objects.requireNonNull(server, "server");
        return this;
    }

    /** Sets the source of random bytes; by default that of the crypto provider. */
    public ForwardSecrecyBuilder random(RandomSource randomSource) {
        random = Objects.requireNonNull(randomSource, "randomSource");
        return this;
    }

    /** Sets the times of keys; by default {@link KeyTimings#DEFAULT}. */
    public ForwardSecrecyBuilder timings(KeyTimings keyTimings) {
        timings = Objects.requireNonNull(keyTimings, "keyTimings");
        return this;
    }

    /** Sets the waiting times of the engines; by default {@link EngineTimings#DEFAULT}. */
    public ForwardSecrecyBuilder engineTimings(EngineTimings times) {
        engineTimings = Objects.requireNonNull(times, "times");
        return this;
    }

    /** Sets what is held at most; by default {@link EngineLimits#DEFAULT}. */
    public ForwardSecrecyBuilder limits(EngineLimits engineLimits) {
        limits = Objects.requireNonNull(engineLimits, "engineLimits");
        return this;
    }

    /** Starts the life of temporary keys. */
    public ForwardSecrecy build() {
        return new ForwardSecrecy(this);
    }

    SessionEngine newEngine(AuthKey key, Salt salt) {
        return SessionEngine.builder(crypto, key)
                .salt(salt)
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
