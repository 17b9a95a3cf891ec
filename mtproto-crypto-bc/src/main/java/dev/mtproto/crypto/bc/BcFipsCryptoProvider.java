package dev.mtproto.crypto.bc;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import org.jspecify.annotations.Nullable;

/**
 * Offers Bouncy Castle FIPS under the name {@code bc-fips}, in approved-only mode. The provider is used as an object and
 * never registered with {@link java.security.Security}.
 *
 * <p>The mode is set for the whole JVM by the system property {@value #APPROVED_ONLY}, which the module reads once, when its
 * first class is loaded. This provider sets the property before that, unless it is set already. If the application loaded
 * the module earlier in its general mode, or set the property to {@code false}, the provider can still be used by name, but
 * says so in its {@linkplain dev.mtproto.crypto.CryptoInfo#approvedOnly info} and does not qualify for the selection
 * {@code FIPS}.
 */
public final class BcFipsCryptoProvider implements CryptoProvider {

    static final String APPROVED_ONLY = "org.bouncycastle.fips.approved_only";

    /** Makes the provider; loads nothing. */
    public BcFipsCryptoProvider() {}

    @Override
    public String name() {
        return BcFipsCrypto.NAME;
    }

    @Override
    public int speed() {
        return -100;
    }

    @Override
    public Availability availability() {
        String reason = obstacle();
        return reason == null ? new Availability.Available() : new Availability.Unavailable(reason);
    }

    @Override
    public Crypto open() {
        String reason = obstacle();
        if (reason != null) {
            throw new CryptoUnavailableException("bc-fips: " + reason);
        }
        return BcFipsCrypto.open();
    }

    /** Returns why it cannot be used; {@code null} if it can. */
    private static @Nullable String obstacle() {
        if (System.getProperty(APPROVED_ONLY) == null) {
            System.setProperty(APPROVED_ONLY, "true");
        }
        try {
            return FipsModule.obstacle();
        } catch (Throwable e) {
            // a module that is missing, altered or fails its self tests ends in Errors of many kinds
            return "the module does not start: " + e;
        }
    }
}
