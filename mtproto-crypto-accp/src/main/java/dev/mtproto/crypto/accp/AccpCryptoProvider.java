package dev.mtproto.crypto.accp;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import org.jspecify.annotations.Nullable;

/**
 * Offers Amazon Corretto Crypto Provider under the name {@code accp}: native code, for the platforms that its jar was built
 * for. It is used as an object and never registered with {@link java.security.Security}.
 *
 * <p>What ACCP does not have is the JDK's; see {@link AccpCrypto}.
 */
public final class AccpCryptoProvider implements CryptoProvider {

    /** Makes the provider; loads nothing. */
    public AccpCryptoProvider() {}

    @Override
    public String name() {
        return AccpCrypto.NAME;
    }

    @Override
    public int speed() {
        return 100;
    }

    @Override
    public boolean mayBeValidated() {
        return false;
    }

    @Override
    public Availability availability() {
        return Availability.of(obstacle());
    }

    @Override
    public Crypto open() {
        availability().require(name());
        return AccpCrypto.open();
    }

    /** Returns why it cannot be used; {@code null} if it can. */
    private static @Nullable String obstacle() {
        try {
            Throwable error = NativeLibrary.loadingError();
            return error == null ? null : explain(error);
        } catch (Throwable e) {
            // a jar of another platform, or none at all, fails in many ways, Errors among them
            return explain(e);
        }
    }

    private static String explain(Throwable error) {
        return "its native library does not load on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch")
                + " (the jar of AmazonCorrettoCryptoProvider has to have this platform's classifier, and the folder of "
                + "temporary files has to allow executing): " + error;
    }
}
