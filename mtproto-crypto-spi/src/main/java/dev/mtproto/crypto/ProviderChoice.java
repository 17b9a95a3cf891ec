package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.CryptoCandidate.SelfTestResult;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks one of the providers that were found, or says for each of them why it was not picked. */
final class ProviderChoice {

    private ProviderChoice() {}

    static Crypto open(CryptoSelection selection, List<CryptoProvider> providers) {
        Decision decision = Decision.of(
                selection,
                order(selection, providers).stream()
                        .map(provider -> attempt(selection, provider))
                        .iterator());
        if (decision.winner() != null && decision.winner().crypto() != null) {
            return isBySpeed(selection, decision.winner().provider())
                    ? Combination.of(decision.winner(), providers, OpenAttempt::of)
                            .open()
                    : decision.winner().crypto();
        }
        throw new CryptoUnavailableException(problem(selection, providers, decision));
    }

    /** Opens every provider and tells what the selection makes of it, the fastest first. */
    static List<CryptoVerdict> explain(CryptoSelection selection, List<CryptoProvider> providers) {
        List<OpenAttempt> attempts =
                bySpeed(providers).stream().map(OpenAttempt::of).toList();
        List<CryptoProvider> order = order(selection, providers);
        Decision decision = Decision.of(
                selection,
                order.stream().map(provider -> of(provider, attempts)).iterator());
        OpenAttempt winner = decision.winner();
        Combination combination = winner == null || !isBySpeed(selection, winner.provider())
                ? null
                : Combination.of(winner, providers, provider -> of(provider, attempts));
        return attempts.stream()
                .map(attempt -> verdict(selection, attempt, decision, order, combination))
                .toList();
    }

    private static CryptoVerdict verdict(
            CryptoSelection selection,
            OpenAttempt attempt,
            Decision decision,
            List<CryptoProvider> order,
            @Nullable Combination combination) {
        OpenAttempt broken = combination == null ? null : combination.broken();
        if (broken != null && attempt == decision.winner()) {
            return new CryptoVerdict(
                    attempt.candidate(),
                    false,
                    broken.provider().name()
                            + ", which does a part of its work, is broken: nothing is taken in its place",
                    List.of());
        }
        List<CryptoPart> parts =
                combination == null || broken != null ? List.of() : combination.parts(attempt.provider());
        boolean first = attempt == decision.winner();
        String why = first || parts.isEmpty()
                ? Reasons.why(selection, attempt, decision, order)
                : "does some operations faster than the first";
        return new CryptoVerdict(attempt.candidate(), first || !parts.isEmpty(), why, parts);
    }

    /** Tells whether the selection takes a provider as the fastest, rather than by its name. */
    private static boolean isBySpeed(CryptoSelection selection, CryptoProvider provider) {
        if (selection instanceof CryptoSelection.Preference preference) {
            for (CryptoSelection choice : preference.choices()) {
                boolean named = choice instanceof CryptoSelection.Named one
                        && one.name().equals(provider.name());
                if (named || choice == CryptoSelection.FASTEST) {
                    return !named;
                }
            }
        }
        return selection == CryptoSelection.FASTEST;
    }

    /** Under FIPS nothing is opened that cannot qualify. */
    private static OpenAttempt attempt(CryptoSelection selection, CryptoProvider provider) {
        return selection == CryptoSelection.FIPS && !provider.mayBeValidated()
                ? new OpenAttempt(provider, null, Decision.NOT_VALIDATED, SelfTestResult.NOT_RUN, Duration.ZERO)
                : OpenAttempt.of(provider);
    }

    private static OpenAttempt of(CryptoProvider provider, List<OpenAttempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.provider() == provider)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the providers that a selection takes into account, in the order in which it prefers them. */
    private static List<CryptoProvider> order(CryptoSelection selection, List<CryptoProvider> providers) {
        Set<CryptoProvider> order = new LinkedHashSet<>();
        if (selection instanceof CryptoSelection.Named named) {
            providers.stream()
                    .filter(provider -> provider.name().equals(named.name()))
                    .findFirst()
                    .ifPresent(order::add);
        } else if (selection instanceof CryptoSelection.Preference preference) {
            preference.choices().forEach(choice -> order.addAll(order(choice, providers)));
        } else {
            order.addAll(bySpeed(providers));
        }
        return new ArrayList<>(order);
    }

    private static String problem(CryptoSelection selection, List<CryptoProvider> providers, Decision decision) {
        if (selection instanceof CryptoSelection.Named named) {
            return decision.reasons().isEmpty()
                    ? listing(
                            "there is no crypto provider named \"" + named.name() + "\"",
                            "found",
                            providers.stream().map(CryptoProvider::name).toList())
                    : "crypto provider " + named.name() + " is not available: "
                            + decision.reasons().get(0).substring(named.name().length() + 2);
        }
        if (decision.broken() != null) {
            String which =
                    selection == CryptoSelection.FASTEST ? "the fastest crypto provider" : "the first of " + selection;
            return which + ", " + decision.broken().provider().name() + ", is broken: "
                    + decision.broken().reason();
        }
        if (selection == CryptoSelection.FIPS) {
            return listing(
                    "no crypto provider runs a validated module in approved-only mode",
                    "candidates",
                    decision.reasons());
        }
        if (selection instanceof CryptoSelection.Preference preference) {
            List<String> reasons = new ArrayList<>(decision.reasons());
            for (CryptoSelection choice : preference.choices()) {
                if (order(choice, providers).isEmpty()) {
                    reasons.add(choice + ": not found");
                }
            }
            return listing("no crypto provider of " + selection + " is available", "candidates", reasons);
        }
        return listing("no crypto provider is available", "candidates", decision.reasons());
    }

    private static List<CryptoProvider> bySpeed(List<CryptoProvider> providers) {
        return providers.stream()
                .sorted(Comparator.comparingInt(CryptoProvider::speed)
                        .reversed()
                        .thenComparing(CryptoProvider::name))
                .toList();
    }

    private static String listing(String problem, String label, List<String> entries) {
        String listed = entries.isEmpty() ? "none on the module path or class path" : String.join("; ", entries);
        return problem + "; " + label + ": " + listed;
    }
}
