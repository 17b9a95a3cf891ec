package dev.mtproto.bench.sessions;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.session.engine.Outcome;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.DialOptions;
import dev.mtproto.transport.socket.FramedSocket;
import dev.mtproto.transport.socket.Transport;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Connects 10,000 clients to one embedded data centre in the same JVM, each a session of its own, and has every one answered,
 * several times. To be run with {@code -Xmx2g} on a JDK with virtual threads; the argument sets another number. Each connection
 * takes two descriptors here: where the system allows fewer, the sessions that are left share a connection with another one.
 */
public final class TenThousandSessions {

    private static final int KEYS = 50;
    private static final int ROUNDS = 3;
    private static final int SPARE_DESCRIPTORS = 60;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Crypto crypto = Cryptos.open();
    private final int count;
    private final EmbeddedDataCenter server;
    private final List<ExchangeResult> keys = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final AtomicReference<CountDownLatch> answered = new AtomicReference<>(new CountDownLatch(0));

    private TenThousandSessions(int count) {
        this.count = count;
        this.server = EmbeddedDataCenter.builder()
                .crypto(crypto)
                .limits(DataCenterLimits.builder()
                        .connections(count)
                        .connectionsPerAddress(count)
                        .sessionsPerKey(count / KEYS + 1)
                        .idle(LONG)
                        .build())
                .start();
    }

    /**
     * Runs it.
     *
     * @param args how many sessions; 10000 if there is none
     */
    public static void main(String[] args) throws InterruptedException {
        new TenThousandSessions(args.length == 0 ? 10_000 : Integer.parseInt(args[0])).run();
    }

    private void run() throws InterruptedException {
        for (int i = 0; i < KEYS; i++) {
            keys.add(exchange());
        }
        long empty = usedAfterCollection();
        connect();
        System.out.printf(Locale.ROOT, "%d sessions over %d connections, %d keys%n", count, clients.size(), KEYS);
        for (int round = 1; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            answered.set(new CountDownLatch(count));
            clients.forEach(Client::ask);
            if (!answered.get().await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(answered.get().getCount() + " queries have no answer");
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "round %d: all answered in %.2f s, %.0f a second%n", round, seconds, count / seconds);
        }
        long idle = usedAfterCollection();
        System.out.printf(
                Locale.ROOT,
                "heap when idle: %d MiB of %d MiB, %.1f KiB a session, client and server together%n",
                idle >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                (idle - empty) / 1024.0 / count);
        clients.forEach(Client::close);
        server.close();
    }

    private void connect() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long free = system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount() - SPARE_DESCRIPTORS;
        int connections = (int) Math.min(count, free / 2);
        for (int i = 0; i < count; i++) {
            ExchangeResult made = keys.get(i % connections % KEYS);
            if (i < connections) {
                clients.add(new Client(dial(), crypto, made.key(), this::end));
            }
            SessionEngine session = SessionEngine.builder(crypto, made.key())
                    .salt(made.firstSalt())
                    .build();
            clients.get(i % connections).add(session);
        }
        clients.forEach(client -> ConnectionThreads.start("client", client));
    }

    private void end(Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered)) {
            throw new IllegalStateException("a query ended with " + outcome);
        }
        answered.get().countDown();
    }

    private FramedSocket dial() {
        return FramedSocket.connect(
                server.address(),
                Transport.of(Framing.INTERMEDIATE),
                new DialOptions(2, crypto, InstantSource.system(), LONG, 1 << 20));
    }

    private ExchangeResult exchange() {
        ClientKeyExchange exchange = new ClientKeyExchange(
                new ExchangeRequest(server.serverKeys(), 2, OptionalInt.empty()),
                crypto,
                crypto.random(),
                InstantSource.system());
        PacketBuffer out = new PacketBuffer();
        FramedSocket socket = dial();
        exchange.start(out);
        socket.send(out, false);
        boolean[] ended = {false};
        FrameHandler handler = new FrameHandler() {
            @Override
            public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
                ClientKeyExchange.Step step = exchange.receive(array, offset, length, out);
                ended[0] = step == ClientKeyExchange.Step.DONE;
                if (step == ClientKeyExchange.Step.SEND) {
                    socket.send(out, false);
                }
            }

            @Override
            public void error(int code) {
                throw new IllegalStateException("transport error " + code);
            }
        };
        while (!ended[0]) {
            socket.receive(handler, LONG);
        }
        socket.close();
        return exchange.result();
    }

    private static long usedAfterCollection() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
