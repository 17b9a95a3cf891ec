package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.EmbeddedDataCenter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of its arithmetic a data centre does for strangers. */
@Timeout(60)
class ExchangeLimitTests {

    private final BlockingQueue<DataCenterEvent> events = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private EmbeddedDataCenter server;

    private void start(DataCenterLimits limits, Runnable beforeRsa) {
        Crypto watched = (Crypto) Proxy.newProxyInstance(
                Crypto.class.getClassLoader(), new Class<?>[] {Crypto.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("rsaPrivate")) {
                        beforeRsa.run();
                    }
                    try {
                        return method.invoke(Peers.CRYPTO, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        server = Peers.server()
                .crypto(watched)
                .limits(limits)
                .listener(events::add)
                .start();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    private Future<ExchangeResult> exchange() {
        return threads.submit(() -> {
            try (RawClient client = Peers.connect(server)) {
                return client.exchange(server, OptionalInt.empty());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "5, 1"})
    @Tag("D5")
    void whatIsTooMuchAtATimeIsRefused(int inAll, int fromOneAddress) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        start(
                DataCenterLimits.builder()
                        .exchanges(inAll)
                        .exchangesPerAddress(fromOneAddress)
                        .build(),
                () -> {
                    entered.countDown();
                    Peers.await(release);
                });
        Future<ExchangeResult> first = exchange();
        Peers.await(entered);
        try (RawClient second = Peers.connect(server)) {
            assertThrows(AssertionError.class, () -> second.exchange(server, OptionalInt.empty()));
            assertEquals(-429, second.error);
        }
        assertEquals(
                Check.D5, Peers.await(events, DataCenterEvent.Refused.class).check());
        release.countDown();
        assertFalse(first.get(30, TimeUnit.SECONDS).key().isDestroyed());
        assertFalse(exchange().get(30, TimeUnit.SECONDS).key().isDestroyed());
    }

    @Test
    @Tag("D5")
    void aProcessorIsLeftForOthers() throws Exception {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        CountDownLatch tooMany = new CountDownLatch(most + 1);
        start(DataCenterLimits.DEFAULT, () -> {
            highest.accumulateAndGet(now.incrementAndGet(), Math::max);
            tooMany.countDown();
            try {
                boolean all = tooMany.await(300, TimeUnit.MILLISECONDS);
                highest.accumulateAndGet(all && now.get() > most ? most + 1 : 0, Math::max);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                now.decrementAndGet();
            }
        });
        List<Future<ExchangeResult>> all = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            all.add(exchange());
        }
        for (Future<ExchangeResult> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertEquals(most, highest.get());
    }
}
