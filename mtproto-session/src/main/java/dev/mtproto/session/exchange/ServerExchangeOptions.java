package dev.mtproto.session.exchange;

import dev.mtproto.api.Fingerprint;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.spi.TelegramGroup;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How a server runs key exchanges. Immutable; made by {@link #builder}.
 *
 * @param keys the RSA keys, in the order in which they are offered; at least one
 * @param announced the fingerprints to offer and their order, where not just the own ones; may hold some without a key
 *     behind them, as where keys are being replaced
 * @param acceptsObsoletePadding whether the RSA padding from before 2021 is taken, which some clients still send
 * @param acceptsDc which data centres a client may name
 * @param dhPrime the modulus of the key agreement
 * @param g the generator
 * @param capacity how many exchanges are kept; beyond it the oldest one is forgotten
 */
public record ServerExchangeOptions(
        List<RsaPrivateKey> keys,
        List<Fingerprint> announced,
        boolean acceptsObsoletePadding,
        IntPredicate acceptsDc,
        BigInteger dhPrime,
        int g,
        int capacity) {

    /** Copies the lists and checks what needs no arithmetic; {@link ServerExchange} checks the group. */
    public ServerExchangeOptions {
        keys = List.copyOf(keys);
        announced = List.copyOf(announced);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a server needs an RSA key");
        }
        if (capacity < 1) {
            throw new IllegalArgumentException("room for at least one exchange is needed, not for " + capacity);
        }
    }

    /** Returns a builder with the defaults: no key yet, RSA_PAD alone, data centre 2, the published group with g = 3. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the options. */
    public static final class Builder {

        private List<RsaPrivateKey> keys = List.of();
        private List<Fingerprint> announced = List.of();
        private boolean acceptObsoletePadding;
        private IntPredicate acceptsDc = dc -> dc == 2 || dc == -2;
        private BigInteger dhPrime = TelegramGroup.PRIME;
        private int g = 3;
        private int capacity = 4096;

        private Builder() {}

        /** Sets the RSA keys, in the order in which they are offered. */
        public Builder keys(RsaPrivateKey... value) {
            keys = List.of(value);
            return this;
        }

        /**
         * Sets the fingerprints to offer and their order; there may be some without a key behind them. Own ones that are
         * missing are offered at the end.
         */
        public Builder announced(Fingerprint... value) {
            announced = List.of(value);
            return this;
        }

        /** Sets whether the RSA padding from before 2021 is taken. */
        public Builder acceptObsoletePadding(boolean value) {
            acceptObsoletePadding = value;
            return this;
        }

        /**
         * Sets which data centres a client may name, as the inner data names them: 10000 more in the test environment,
         * negative for media.
         */
        public Builder dcs(int... wireIds) {
            int[] accepted = wireIds.clone();
            acceptsDc = dc -> IntStream.of(accepted).anyMatch(id -> id == dc);
            return this;
        }

        /** Lets a client name any data centre. */
        public Builder anyDc() {
            acceptsDc = dc -> true;
            return this;
        }

        /** Sets the group of the key agreement. */
        public Builder group(BigInteger prime, int generator) {
            dhPrime = prime;
            g = generator;
            return this;
        }

        /** Sets how many exchanges are kept. */
        public Builder capacity(int value) {
            capacity = value;
            return this;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalArgumentException if there is no key, or a number is out of its range
         */
        public ServerExchangeOptions build() {
            return new ServerExchangeOptions(keys, announced, acceptObsoletePadding, acceptsDc, dhPrime, g, capacity);
        }
    }
}
