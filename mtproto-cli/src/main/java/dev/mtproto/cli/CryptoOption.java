package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of a crypto backend, for every command. */
final class CryptoOption {

    static final String ENVIRONMENT = "MTPROTO_CRYPTO";

    @Option(
            names = "--crypto",
            paramLabel = "NAME",
            description = {
                "The crypto backend: jdk (the JDK's own), accp (Amazon Corretto Crypto Provider, native), "
                        + "bc-fips (Bouncy Castle FIPS, approved-only mode), FASTEST, FIPS, or a list such as accp,jdk, of "
                        + "which the first that can be used is taken.",
                "Default: the environment variable " + ENVIRONMENT + ", else the system property " + Cryptos.PROPERTY
                        + ", else jdk."
            })
    private @Nullable String name;

    Crypto open() {
        return Cryptos.open(selection());
    }

    /** Returns whether the option, the environment or the system property names a backend. */
    boolean isNamed() {
        return text() != null;
    }

    CryptoSelection selection() {
        String text = text();
        try {
            return CryptoSelection.parse(text == null ? Cryptos.DEFAULT : text);
        } catch (IllegalArgumentException e) {
            throw new Failure("no choice of a crypto backend: \"" + text + "\": " + e.getMessage());
        }
    }

    private @Nullable String text() {
        return first(name, System.getenv(ENVIRONMENT), System.getProperty(Cryptos.PROPERTY));
    }

    /** The option counts as it was written; an environment variable or a property that is empty counts as not set. */
    static @Nullable String first(@Nullable String option, @Nullable String environment, @Nullable String property) {
        if (option != null) {
            return option;
        }
        if (environment != null && !environment.isBlank()) {
            return environment;
        }
        return property != null && !property.isBlank() ? property : null;
    }
}
