package dev.mtproto.crypto;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Opens crypto providers. They are found by {@link ServiceLoader}; each is put through its known-answer tests when it is
 * opened. What was asked for is what is opened, or the attempt fails: there is no fallback from one provider to another.
 *
 * <p>Safe for use by several threads. Opening costs milliseconds to seconds: open once and share the result.
 */
public final class Cryptos {

    /** The system property that {@link #open()} reads: what {@link CryptoSelection#parse} takes. */
    public static final String PROPERTY = "dev.mtproto.crypto";

    /** The name of the embedded default provider. */
    public static final String DEFAULT = "jdk";

    private Cryptos() {}

    /**
     * Opens the provider that the system property {@value #PROPERTY} asks for, or else the embedded default, {@value #DEFAULT}.
     *
     * @throws CryptoUnavailableException if it cannot be used, with every candidate and its reason
     */
    public static Crypto open() {
        String wanted = System.getProperty(PROPERTY, "");
        return open(CryptoSelection.parse(wanted.isBlank() ? DEFAULT : wanted));
    }

    /**
     * Opens a provider.
     *
     * @param selection which one
     * @throws CryptoUnavailableException if none fits, with every candidate and its reason
     */
    public static Crypto open(CryptoSelection selection) {
        return ProviderChoice.open(selection, providers());
    }

    /**
     * Opens a given provider, without looking for others.
     *
     * @param provider the provider
     * @throws CryptoUnavailableException if it cannot be used or a primitive is broken
     */
    public static Crypto open(CryptoProvider provider) {
        return ProviderChoice.open(new CryptoSelection.Named(provider.name()), List.of(provider));
    }

    /** Returns every provider that was found, each with what it is or why it cannot be used. Opens all of them. */
    public static List<CryptoCandidate> candidates() {
        return providers().stream()
                .map(OpenAttempt::of)
                .map(OpenAttempt::candidate)
                .toList();
    }

    /**
     * Returns every provider that was found, each with what it is and why the selection takes it or does not; the fastest
     * first. Opens all of them. Of the same selection, {@link #open(CryptoSelection)} opens the chosen one, and fails where
     * none is.
     *
     * @param selection which one is wanted
     */
    public static List<CryptoVerdict> explain(CryptoSelection selection) {
        return ProviderChoice.explain(selection, providers());
    }

    private static List<CryptoProvider> providers() {
        List<CryptoProvider> found = new ArrayList<>();
        var iterator = ServiceLoader.load(CryptoProvider.class).iterator();
        while (true) {
            try {
                if (!iterator.hasNext()) {
                    return found;
                }
                found.add(iterator.next());
            } catch (ServiceConfigurationError e) {
                found.add(new BrokenProvider(String.valueOf(e.getMessage())));
            }
        }
    }
}
