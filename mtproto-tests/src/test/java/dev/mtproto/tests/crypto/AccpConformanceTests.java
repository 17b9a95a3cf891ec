package dev.mtproto.tests.crypto;

import dev.mtproto.crypto.spi.CryptoProvider;
import dev.mtproto.testkit.conformance.CryptoConformance;

class AccpConformanceTests extends CryptoConformance {

    @Override
    protected CryptoProvider provider() {
        return named("accp");
    }

    /** Its native library exists for some platforms only. */
    @Override
    protected boolean mayBeUnavailable() {
        return true;
    }
}
