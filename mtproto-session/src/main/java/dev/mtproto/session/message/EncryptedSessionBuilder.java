package dev.mtproto.session.message;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what a session needs. What is not set has a default that is fit for use. */
public final class EncryptedSessionBuilder {

    /** A client takes any salt of the server's. */
    private static final SaltCheck UNUSED = new SingleSalt(0);

    final Crypto crypto;
    final AuthKey key;
    final Role role;
    Salt salt = new Salt(0);
    PaddingPolicy padding = PaddingPolicy.minimum();
    SessionLimits limits = SessionLimits.DEFAULT;
    RandomSource random;
    SessionClock clock;
    boolean transportPadding;
    private @Nullable SessionId sessionId;
    private @Nullable SaltCheck saltCheck;

    EncryptedSessionBuilder(Crypto crypto, AuthKey key, Role role) {
        this.crypto = Objects.requireNonNull(crypto, "crypto");
        this.key = Objects.requireNonNull(key, "key");
        this.role = Objects.requireNonNull(role, "role");
        this.random = crypto.random();
        InstantSource system = InstantSource.system();
        this.clock = role == Role.CLIENT ? SessionClock.client(system) : SessionClock.server(system);
    }

    /** Sets the id of the session. A client draws one if none is set; a server has to be told which one it serves. */
    public EncryptedSessionBuilder sessionId(SessionId id) {
        sessionId = Objects.requireNonNull(id, "id");
        return this;
    }

    /** Sets the salt that messages carry first; 0 by default, to which a server answers with the right one. */
    public EncryptedSessionBuilder salt(Salt first) {
        salt = Objects.requireNonNull(first, "first");
        return this;
    }

    /** Sets which salts a server takes; by default the one of {@link #salt} alone. Not used on a client. */
    public EncryptedSessionBuilder salts(SaltCheck check) {
        saltCheck = Objects.requireNonNull(check, "check");
        return this;
    }

    /** Sets the clock; by default the system's, on a client not yet synchronised. */
    public EncryptedSessionBuilder clock(SessionClock sessionClock) {
        clock = Objects.requireNonNull(sessionClock, "sessionClock");
        return this;
    }

    /** Sets the source of padding and ids; by default that of the crypto provider. */
    public EncryptedSessionBuilder random(RandomSource source) {
        random = Objects.requireNonNull(source, "source");
        return this;
    }

    /** Sets how much padding messages get; by default the least. */
    public EncryptedSessionBuilder padding(PaddingPolicy policy) {
        padding = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** Sets the limits; by default {@link SessionLimits#DEFAULT}. */
    public EncryptedSessionBuilder limits(SessionLimits sessionLimits) {
        limits = Objects.requireNonNull(sessionLimits, "sessionLimits");
        return this;
    }

    /** Sets whether the transport leaves up to 15 bytes of its own padding behind a packet; it does not by default. */
    public EncryptedSessionBuilder transportPadding(boolean left) {
        transportPadding = left;
        return this;
    }

    /**
     * Makes the session.
     *
     * @throws IllegalStateException if a server was not told the id of its session
     */
    public EncryptedSession build() {
        return new EncryptedSession(this);
    }

    SessionId chosenSessionId() {
        if (sessionId != null) {
            return sessionId;
        }
        if (role == Role.SERVER) {
            throw new IllegalStateException("a server's session needs the id that the client chose");
        }
        return drawSessionId(random);
    }

    SaltCheck chosenSaltCheck() {
        if (role == Role.CLIENT) {
            return UNUSED;
        }
        return saltCheck != null ? saltCheck : new SingleSalt(salt.value());
    }

    static SessionId drawSessionId(RandomSource random) {
        long id;
        do {
            id = WireBytes.getLong(random.nextBytes(Long.BYTES), 0);
        } while (id == 0);
        return new SessionId(id);
    }

    private record SingleSalt(long current) implements SaltCheck {
        @Override
        public boolean accepts(long salt) {
            return salt == current;
        }
    }
}
