package dev.mtproto.tests.crypto;

import dev.mtproto.crypto.spi.CryptoProvider;
import dev.mtproto.testkit.conformance.CryptoConformance;

class JdkConformanceTests extends CryptoConformance {

    @Override
    protected CryptoProvider provider() {
        return named("jdk");
    }
}
