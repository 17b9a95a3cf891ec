package dev.mtproto.cli;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The choice of a crypto backend, for every command. */
final class CryptoOption {

    @Option(
            names = "--crypto",
            paramLabel = "NAME",
            description = {
                "The crypto backend: jdk (the JDK's own), accp (Amazon Corretto Crypto Provider, native), "
                        + "bc-fips (Bouncy Castle FIPS, approved-only mode), FASTEST, or FIPS. "
                        + "Default: what the system property " + Cryptos.PROPERTY + " says, else jdk."
            })
    private @Nullable String name;

    Crypto open() {
        if (name == null) {
            return Cryptos.open();
        }
        if (name.isBlank()) {
            throw new Failure("--crypto needs a name: jdk, accp, bc-fips, FASTEST or FIPS");
        }
        return Cryptos.open(CryptoSelection.parse(name));
    }
}
