package dev.mtproto.testkit.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.CryptoUnavailableException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** That a provider is not opened if one of its primitives is broken, whichever it is. */
final class SelfTestContract {

    private SelfTestContract() {}

    static Stream<DynamicTest> all(Crypto crypto) {
        return Stream.of(FaultyCrypto.Fault.values())
                .map(fault -> Cases.test(
                        "self test: notices a broken " + fault.primitive + ", " + fault, () -> refused(crypto, fault)));
    }

    private static void refused(Crypto crypto, FaultyCrypto.Fault fault) {
        CryptoProvider broken = new Broken(crypto.info().name(), new FaultyCrypto(crypto, fault));
        String message = String.valueOf(assertThrows(CryptoUnavailableException.class, () -> Cryptos.open(broken))
                .getMessage());
        assertTrue(message.contains(": " + fault.primitive + " "), message);
    }

    /** Offers what is broken as if nothing were. */
    private record Broken(String name, Crypto crypto) implements CryptoProvider {

        @Override
        public Availability availability() {
            return new Availability.Available();
        }

        @Override
        public Crypto open() {
            return crypto;
        }

        @Override
        public int speed() {
            return 0;
        }
    }
}
