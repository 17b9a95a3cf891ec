package dev.mtproto.testkit.conformance;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What every crypto provider has to pass. The author of one extends this class:
 *
 * <pre>{@code
 * class MyConformanceTests extends CryptoConformance {
 *     @Override
 *     protected CryptoProvider provider() {
 *         return new MyCryptoProvider();
 *     }
 * }
 * }</pre>
 *
 * <p>It runs every published vector that concerns cryptography, and the contract of each interface: lengths, offsets, use
 * after errors, use by many threads. The vectors are in this module's jar; the system property {@code mtproto.vectors} names
 * a folder to take instead. Needs JUnit Jupiter and Jackson (databind) beside this module.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CryptoConformance {

    /** For the subclasses of authors. */
    protected CryptoConformance() {}

    /** Returns the provider to examine. */
    protected abstract CryptoProvider provider();

    /**
     * Tells whether the provider may be missing on this machine, as one with native code may be: its tests are then skipped
     * with the reason. By default it may not: they fail.
     */
    protected boolean mayBeUnavailable() {
        return false;
    }

    /**
     * Finds a provider among those that {@link ServiceLoader} sees.
     *
     * @param name its name
     * @throws IllegalStateException if there is none of that name
     */
    protected static CryptoProvider named(String name) {
        // all are made, as an application's use of Cryptos would, before one is opened
        List<CryptoProvider> found = new ArrayList<>();
        ServiceLoader.load(CryptoProvider.class).forEach(found::add);
        return found.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("ServiceLoader finds no crypto provider named " + name));
    }

    @TestFactory
    public Stream<DynamicTest> aesVectors() {
        Crypto crypto = open();
        return Stream.concat(AesVectors.ige(crypto), AesVectors.ctr(crypto));
    }

    @TestFactory
    public Stream<DynamicTest> hashVectors() {
        return HashVectors.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> derivationVectors() {
        Crypto crypto = open();
        return Stream.of(
                        DerivationVectors.messageKeys(crypto, 1),
                        DerivationVectors.messageKeys(crypto, 2),
                        DerivationVectors.nonces(crypto),
                        DerivationVectors.authKeys(crypto))
                .flatMap(tests -> tests);
    }

    @TestFactory
    public Stream<DynamicTest> numberVectors() {
        Crypto crypto = open();
        return Stream.concat(NumberVectors.diffieHellman(crypto), NumberVectors.rsa(crypto));
    }

    @TestFactory
    public Stream<DynamicTest> messageVectors() {
        return MessageVectors.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> sealingVectors() {
        Crypto crypto = open();
        return Stream.concat(SealingVectors.pbkdf2(crypto), SealingVectors.gcm(crypto));
    }

    @TestFactory
    public Stream<DynamicTest> igeContract() {
        return IgeContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> streamAndHashContract() {
        return StreamContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> sealingContract() {
        return SealingContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> numberContract() {
        return NumberContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> messageContract() {
        return MessageContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> threadContract() {
        return ThreadContract.all(open());
    }

    @TestFactory
    public Stream<DynamicTest> providerContract() {
        CryptoProvider provider = provider();
        return ProviderContract.all(provider, open());
    }

    @TestFactory
    public Stream<DynamicTest> selfTestContract() {
        return SelfTestContract.all(open());
    }

    private Crypto open() {
        CryptoProvider provider = provider();
        if (mayBeUnavailable() && provider.availability() instanceof Availability.Unavailable unavailable) {
            Assumptions.abort(provider.name() + " is not available: " + unavailable.reason());
        }
        return Cryptos.open(provider);
    }
}
