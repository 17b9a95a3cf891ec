package dev.mtproto.crypto;

import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.Optional;

/** A provider of {@link TestCrypto}. */
record TestProvider(String name, int speed, Availability availability, Crypto crypto) implements CryptoProvider {

    static TestProvider usable(String name, int speed) {
        return of(name, speed, TestCrypto.Broken.NOTHING, Optional.empty(), false);
    }

    static TestProvider broken(String name, int speed, TestCrypto.Broken broken) {
        return of(name, speed, broken, Optional.empty(), false);
    }

    static TestProvider validated(String name, int speed, boolean approvedOnly) {
        return of(name, speed, TestCrypto.Broken.NOTHING, Optional.of("the module of " + name), approvedOnly);
    }

    static TestProvider missing(String name, int speed, String reason) {
        Crypto crypto = usable(name, speed).crypto();
        return new TestProvider(name, speed, new Availability.Unavailable(reason), crypto);
    }

    private static TestProvider of(
            String name, int speed, TestCrypto.Broken broken, Optional<String> module, boolean approvedOnly) {
        Crypto crypto = new TestCrypto(name, broken, module, approvedOnly);
        return new TestProvider(name, speed, new Availability.Available(), crypto);
    }

    @Override
    public Crypto open() {
        return crypto;
    }
}
