package dev.mtproto.crypto;

import java.util.Locale;

/** Which crypto provider is wanted: one by its name, or the one that a policy picks. */
public sealed interface CryptoSelection {

    /** The available provider with the highest {@link dev.mtproto.crypto.spi.CryptoProvider#speed}. */
    CryptoSelection FASTEST = Policy.FASTEST;

    /** A provider that runs a validated module in approved-only mode; nothing else qualifies. */
    CryptoSelection FIPS = Policy.FIPS;

    /**
     * One provider by its name.
     *
     * @param name the name, such as {@code jdk}
     */
    record Named(String name) implements CryptoSelection {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is empty
         */
        public Named {
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of a crypto provider is not empty");
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A rule that picks a provider. */
    enum Policy implements CryptoSelection {
        /** See {@link CryptoSelection#FASTEST}. */
        FASTEST,
        /** See {@link CryptoSelection#FIPS}. */
        FIPS
    }

    /**
     * Reads a selection as users write it: {@code FASTEST} or {@code FIPS} in any case, or else a provider's name.
     *
     * @param text the text
     * @throws IllegalArgumentException if it is empty
     */
    static CryptoSelection parse(String text) {
        String trimmed = text.trim();
        return switch (trimmed.toUpperCase(Locale.ROOT)) {
            case "FASTEST" -> FASTEST;
            case "FIPS" -> FIPS;
            default -> new Named(trimmed);
        };
    }
}
