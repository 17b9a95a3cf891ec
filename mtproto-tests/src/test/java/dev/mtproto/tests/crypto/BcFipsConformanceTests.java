package dev.mtproto.tests.crypto;

import dev.mtproto.crypto.spi.CryptoProvider;
import dev.mtproto.testkit.conformance.CryptoConformance;

class BcFipsConformanceTests extends CryptoConformance {

    @Override
    protected CryptoProvider provider() {
        return named("bc-fips");
    }
}
