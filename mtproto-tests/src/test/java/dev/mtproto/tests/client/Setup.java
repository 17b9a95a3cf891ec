package dev.mtproto.tests.client;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.ConnectionListener;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.client.ObservedMessage;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedDataCenterBuilder;
import dev.mtproto.tl.api.ApiSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the tests of connections share: one backend, one RSA key. */
final class Setup {

    static final Crypto CRYPTO = Cryptos.open(new CryptoSelection.Named("jdk"));
    static final RsaPrivateKey KEY = CRYPTO.newRsaKey();

    private Setup() {}

    static EmbeddedDataCenterBuilder server() {
        return EmbeddedDataCenter.builder().crypto(CRYPTO).rsaKey(KEY);
    }

    static MtprotoClientBuilder client(EmbeddedDataCenter server) {
        return MtprotoClient.builder()
                .dataCenter(server.dataCenter())
                .serverKeys(server.serverKeys())
                .schema(ApiSchema.INSTANCE)
                .crypto(CRYPTO);
    }

    static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the call failed: " + e.getCause(), e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Waits for a call to fail, and returns why. */
    static Throwable failure(Future<?> future) throws InterruptedException {
        try {
            Object value = future.get(30, TimeUnit.SECONDS);
            throw new AssertionError("the call gave " + value);
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the call neither failed nor succeeded", e);
        }
    }

    /** Notes the names of the messages that go by. */
    static final class Names implements ConnectionListener {

        final List<String> names = new CopyOnWriteArrayList<>();
        final List<ClientEvent> events = new CopyOnWriteArrayList<>();
        private final Map<String, CountDownLatch> awaited = new HashMap<>();
        private final BlockingQueue<MtprotoException> losses = new LinkedBlockingQueue<>();
        final CountDownLatch refusal = new CountDownLatch(1);

        @Override
        public void event(ClientEvent event) {
            events.add(event);
            if (event instanceof ClientEvent.Refused) {
                refusal.countDown();
            } else if (event instanceof ClientEvent.Disconnected lost) {
                losses.add(lost.cause());
            }
        }

        @Override
        public synchronized void message(ObservedMessage message) {
            names.add(message.name());
            awaited.computeIfAbsent(message.name(), name -> new CountDownLatch(1))
                    .countDown();
        }

        /** Waits for the loss of a connection, and returns its reason. */
        MtprotoException loss() throws InterruptedException {
            return Objects.requireNonNull(losses.poll(30, TimeUnit.SECONDS), "no connection was lost");
        }

        /** Returns what is open when a message of a name has gone by. */
        synchronized CountDownLatch sent(String name) {
            return awaited.computeIfAbsent(name, n -> new CountDownLatch(1));
        }
    }
}
