package dev.mtproto.crypto.jdk;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import dev.mtproto.crypto.spi.JdkAlgorithms;
import java.security.GeneralSecurityException;

/** Offers the JDK's own cryptography under the name {@code jdk}: the embedded default. */
public final class JdkCryptoProvider implements CryptoProvider {

    /** Makes the provider; loads nothing. */
    public JdkCryptoProvider() {}

    @Override
    public String name() {
        return JdkCrypto.NAME;
    }

    @Override
    public int speed() {
        return 0;
    }

    @Override
    public boolean mayBeValidated() {
        return false;
    }

    @Override
    public Availability availability() {
        try {
            algorithms();
            return new Availability.Available();
        } catch (GeneralSecurityException e) {
            return new Availability.Unavailable("this runtime lacks an algorithm: " + e.getMessage());
        }
    }

    @Override
    public Crypto open() {
        try {
            return new JdkCrypto(algorithms());
        } catch (GeneralSecurityException e) {
            throw new CryptoUnavailableException("jdk: this runtime lacks an algorithm: " + e.getMessage());
        }
    }

    private static JdkAlgorithms algorithms() throws GeneralSecurityException {
        return new JdkAlgorithms();
    }
}
