package dev.mtproto.tests.crypto;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.spi.Availability;
import dev.mtproto.crypto.spi.CryptoProvider;
import dev.mtproto.testkit.conformance.CryptoConformance;

/** What FASTEST opens here, which may be several providers at work together, as if it were one provider. */
class FastestConformanceTests extends CryptoConformance {

    @Override
    protected CryptoProvider provider() {
        return new Opened(Cryptos.open(CryptoSelection.FASTEST));
    }

    private record Opened(Crypto open) implements CryptoProvider {

        @Override
        public String name() {
            return open.info().name();
        }

        @Override
        public Availability availability() {
            return new Availability.Available();
        }

        @Override
        public int speed() {
            return 0;
        }
    }
}
