package dev.mtproto.tests.server;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedDataCenterBuilder;
import dev.mtproto.transport.Framing;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What the tests of the data centre share: one backend, one RSA key. */
final class Peers {

    static final Crypto CRYPTO = Cryptos.open(new CryptoSelection.Named("jdk"));
    private static final RsaPrivateKey KEY = CRYPTO.newRsaKey();

    private Peers() {}

    static EmbeddedDataCenterBuilder server() {
        return EmbeddedDataCenter.builder().crypto(CRYPTO).rsaKey(KEY);
    }

    static RawClient connect(EmbeddedDataCenter server) {
        return new RawClient(server, Framing.INTERMEDIATE, CRYPTO);
    }

    /** Connects, makes a key, and begins a session. */
    static RawClient client(EmbeddedDataCenter server) {
        RawClient client = connect(server);
        ExchangeResult made = client.exchange(server, OptionalInt.empty());
        client.open(made.key(), made.firstSalt());
        return client;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("it did not happen");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for an event of a type, and skips the others. */
    static <E, T extends E> T await(BlockingQueue<E> events, Class<T> type) throws InterruptedException {
        while (true) {
            E event = events.poll(30, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no " + type.getSimpleName());
            }
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }
}
