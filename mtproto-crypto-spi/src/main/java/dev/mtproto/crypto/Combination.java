package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.CryptoCandidate.SelfTestResult;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The providers that work together under {@link CryptoSelection#FASTEST}: the first by rank, and those which, as
 * {@link SpeedFacts} says, do some operations faster. No part of it holds a validated module.
 *
 * @param first the provider that does whatever no fact gives to another
 * @param helpers the others, by name
 * @param facts the facts that apply: the provider of each is the first or a helper
 */
record Combination(OpenAttempt first, Map<String, OpenAttempt> helpers, List<SpeedFact> facts) {

    /**
     * Puts a combination together.
     *
     * @param first what was chosen by rank, open
     * @param providers all that were found
     * @param opener opens one of them
     */
    static Combination of(
            OpenAttempt first, List<CryptoProvider> providers, Function<CryptoProvider, OpenAttempt> opener) {
        Map<String, OpenAttempt> helpers = new LinkedHashMap<>();
        List<SpeedFact> facts = new ArrayList<>();
        if (isValidated(first)) {
            return new Combination(first, helpers, facts);
        }
        String name = first.provider().name();
        for (SpeedFact fact : SpeedFacts.of(name, Runtime.version().feature())) {
            if (!fact.provider().equals(name) && !helpers.containsKey(fact.provider())) {
                providers.stream()
                        .filter(provider -> provider.name().equals(fact.provider()))
                        .findFirst()
                        .map(opener)
                        .filter(attempt -> !isValidated(attempt))
                        .ifPresent(attempt -> helpers.put(fact.provider(), attempt));
            }
            OpenAttempt helper = helpers.get(fact.provider());
            if (fact.provider().equals(name) || (helper != null && helper.crypto() != null)) {
                facts.add(fact);
            }
        }
        return new Combination(first, helpers, facts);
    }

    private static boolean isValidated(OpenAttempt attempt) {
        return attempt.crypto() != null && attempt.crypto().info().fipsModule().isPresent();
    }

    /**
     * Returns the services: those of the first alone if nobody helps.
     *
     * @throws CryptoUnavailableException if a helper says that it can be used, and is broken
     */
    Crypto open() {
        Crypto base = first.crypto();
        if (base == null) {
            throw new IllegalStateException(first.provider().name() + " is not open");
        }
        OpenAttempt broken = broken();
        if (broken != null) {
            throw new CryptoUnavailableException(
                    "a part of the fastest crypto, " + broken.provider().name() + ", is broken: " + broken.reason());
        }
        Map<String, Crypto> opened = new LinkedHashMap<>();
        helpers.forEach((name, attempt) -> {
            if (attempt.crypto() != null) {
                opened.put(name, attempt.crypto());
            }
        });
        if (opened.isEmpty()) {
            return base;
        }
        Crypto combined = new CombinedCrypto(base, opened, facts);
        SelfTests.run(combined);
        return combined;
    }

    /** Returns a helper that says that it can be used, and is broken: that has to be seen, not stepped over. */
    @Nullable
    OpenAttempt broken() {
        return helpers.values().stream()
                .filter(attempt -> attempt.selfTest() == SelfTestResult.FAILED)
                .findFirst()
                .orElse(null);
    }

    /** Returns what a provider does in it, nothing if it does all or has no part. */
    List<CryptoPart> parts(CryptoProvider provider) {
        return helpers.values().stream().noneMatch(helper -> helper.crypto() != null)
                ? List.of()
                : facts.stream()
                        .filter(fact -> fact.provider().equals(provider.name()))
                        .map(fact -> new CryptoPart(fact.operation(), fact.from(), fact.why()))
                        .toList();
    }
}
