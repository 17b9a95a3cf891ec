package dev.mtproto.crypto;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which crypto provider is wanted: one by its name, the first of a list that can be used, or the one that a policy picks. */
public sealed interface CryptoSelection {

    /**
     * The available provider with the highest {@link dev.mtproto.crypto.spi.CryptoProvider#speed}, together with those which,
     * as measured for this version of Java, do some operations faster than it: {@link Cryptos#explain} tells which and why.
     * Where a validated module is the first, or nothing is faster in anything, it is that provider alone; else what is opened
     * has the name {@code fastest}.
     */
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

    /**
     * The first of a list that can be used here. One that is not found, or says that it cannot be used here, is passed over;
     * one that fails its self tests is an error, as everywhere.
     *
     * @param choices names, or {@link #FASTEST}; at least one. {@link #FIPS} stands alone: nothing falls back from it
     */
    record Preference(List<CryptoSelection> choices) implements CryptoSelection {
        /**
         * Checks the list.
         *
         * @throws IllegalArgumentException if it is empty, or has FIPS or another list in it
         */
        public Preference {
            choices = List.copyOf(choices);
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("a list of crypto providers is not empty");
            }
            for (CryptoSelection choice : choices) {
                if (choice == FIPS || choice instanceof Preference) {
                    throw new IllegalArgumentException(
                            "a list of crypto providers holds names; FIPS stands alone, nothing falls back from it");
                }
            }
        }

        @Override
        public String toString() {
            return choices.stream().map(Object::toString).collect(Collectors.joining(","));
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
     * Reads a selection as users write it: {@code FASTEST} or {@code FIPS} in any case, a provider's name, or a list such as
     * {@code accp,jdk}, of which the first that can be used is taken.
     *
     * @param text the text
     * @throws IllegalArgumentException if it or an entry of a list is empty, or a list holds FIPS
     */
    static CryptoSelection parse(String text) {
        if (text.indexOf(',') >= 0) {
            return new Preference(Arrays.stream(text.split(",", -1))
                    .map(CryptoSelection::parse)
                    .toList());
        }
        String trimmed = text.trim();
        return switch (trimmed.toUpperCase(Locale.ROOT)) {
            case "FASTEST" -> FASTEST;
            case "FIPS" -> FIPS;
            default -> new Named(trimmed);
        };
    }
}
