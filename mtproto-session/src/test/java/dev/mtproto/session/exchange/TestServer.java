package dev.mtproto.session.exchange;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.test.Fields;
import dev.mtproto.test.Vectors;
import java.math.BigInteger;

/** The RSA key of the vectors, and the crypto provider of these tests. */
final class TestServer {

    static final Crypto CRYPTO = Cryptos.open();
    static final RsaPrivateKey KEY = key(Vectors.object("e2e").object("rsa"));
    static final ServerKeys PUBLIC = ServerKeys.of(KEY.publicKey());
    static final int DC = 2;

    private TestServer() {}

    private static RsaPrivateKey key(Fields rsa) {
        return new RsaPrivateKey(
                new RsaPublicKey(number(rsa, "n"), number(rsa, "e")),
                number(rsa, "d"),
                number(rsa, "p"),
                number(rsa, "q"));
    }

    private static BigInteger number(Fields fields, String name) {
        return new BigInteger(1, fields.hex(name));
    }

    static ServerExchangeOptions.Builder options() {
        return ServerExchangeOptions.builder().keys(KEY).dcs(DC);
    }
}
