package dev.mtproto.crypto.bc;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import org.jspecify.annotations.Nullable;

/**
 * Offers Bouncy Castle FIPS under the name {@code bc-fips}, in approved-only mode. The provider is used as an object and
 * never registered with {@link java.security.Security}.
 *
 * <p>The mode is set for the whole JVM by the system property {@value #APPROVED_ONLY}, which the module reads once, when its
 * first class is loaded. The JDK itself may load it, when it looks for an algorithm through all providers that it finds by
 * ServiceLoader. So the constructor sets the property, unless it is set already: it is enough that
 * {@link dev.mtproto.crypto.Cryptos} is used before anything else of cryptography; to be certain, set it on the command line.
 * If the module was loaded earlier in its general mode, or the property is {@code false}, the provider can still be used by
 * name, but says so in its {@linkplain dev.mtproto.crypto.CryptoInfo#approvedOnly info} and does not qualify for the
 * selection {@code FIPS}.
 */
public final class BcFipsCryptoProvider implements CryptoProvider {

    static final String APPROVED_ONLY = "org.bouncycastle.fips.approved_only";

    /** Makes the provider; loads nothing. Sets the system property {@value #APPROVED_ONLY} if it is not set. */
    public BcFipsCryptoProvider() {
        if (System.getProperty(APPROVED_ONLY) == null) {
            System.setProperty(APPROVED_ONLY, "true");
        }
    }

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
        return Availability.of(obstacle());
    }

    @Override
    public Crypto open() {
        availability().require(name());
        return BcFipsCrypto.open();
    }

    /** Returns why it cannot be used; {@code null} if it can. */
    private static @Nullable String obstacle() {
        try {
            return FipsModule.obstacle();
        } catch (Throwable e) {
            // a module that is missing, altered or fails its self tests ends in Errors of many kinds
            return "the module does not start: " + e;
        }
    }
}
