package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Picks one of the providers that were found, or says for each of them why it was not picked. */
final class ProviderChoice {

    private ProviderChoice() {}

    static Crypto open(CryptoSelection selection, List<CryptoProvider> providers) {
        if (selection instanceof CryptoSelection.Named named) {
            return byName(named.name(), providers);
        }
        return selection == CryptoSelection.FIPS ? fips(providers) : fastest(providers);
    }

    private static Crypto byName(String name, List<CryptoProvider> providers) {
        for (CryptoProvider provider : providers) {
            if (provider.name().equals(name)) {
                OpenAttempt attempt = OpenAttempt.of(provider);
                if (attempt.crypto() != null) {
                    return attempt.crypto();
                }
                throw new CryptoUnavailableException(
                        "crypto provider " + name + " is not available: " + attempt.reason());
            }
        }
        List<String> names = providers.stream().map(CryptoProvider::name).toList();
        throw failure("there is no crypto provider named \"" + name + "\"", "found", names);
    }

    private static Crypto fastest(List<CryptoProvider> providers) {
        List<String> reasons = new ArrayList<>();
        for (CryptoProvider provider : bySpeed(providers)) {
            if (provider.availability() instanceof Availability.Unavailable unavailable) {
                reasons.add(provider.name() + ": " + unavailable.reason());
                continue;
            }
            OpenAttempt attempt = OpenAttempt.of(provider);
            if (attempt.crypto() != null) {
                return attempt.crypto();
            }
            // it said that it can be used and failed its tests: that has to be seen, not stepped over
            throw new CryptoUnavailableException(
                    "the fastest crypto provider, " + provider.name() + ", is broken: " + attempt.reason());
        }
        throw failure("no crypto provider is available", "candidates", reasons);
    }

    private static Crypto fips(List<CryptoProvider> providers) {
        List<String> reasons = new ArrayList<>();
        for (CryptoProvider provider : bySpeed(providers)) {
            OpenAttempt attempt = OpenAttempt.of(provider);
            Crypto crypto = attempt.crypto();
            if (crypto == null) {
                reasons.add(provider.name() + ": " + attempt.reason());
            } else if (crypto.info().approvedOnly()) {
                return crypto;
            } else {
                reasons.add(provider.name() + ": "
                        + crypto.info()
                                .fipsModule()
                                .map(module -> module + " does not run in approved-only mode")
                                .orElse("holds no validated module"));
            }
        }
        throw failure("no crypto provider runs a validated module in approved-only mode", "candidates", reasons);
    }

    private static List<CryptoProvider> bySpeed(List<CryptoProvider> providers) {
        return providers.stream()
                .sorted(Comparator.comparingInt(CryptoProvider::speed)
                        .reversed()
                        .thenComparing(CryptoProvider::name))
                .toList();
    }

    private static CryptoUnavailableException failure(String problem, String label, List<String> entries) {
        String listed = entries.isEmpty() ? "none on the module path or class path" : String.join("; ", entries);
        return new CryptoUnavailableException(problem + "; " + label + ": " + listed);
    }
}
