package dev.mtproto.transport;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;

/** The provider of these tests. */
public final class TestCrypto {

    public static final Crypto JDK = Cryptos.open();

    private TestCrypto() {}
}
