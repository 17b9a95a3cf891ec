package dev.mtproto.session.engine;

import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A client's engine, a model server, a network with faults between them, and a simulated time that drives all of it. */
final class World {

    private record Delivery(long at, long order, boolean toServer, int connection, byte[] packet) {}

    private record Step(long at, long order, Runnable action) {}

    static final long START = 1_780_000_000_000L;

    final SplittableRandom random;
    final FakeClock clientClock = new FakeClock(Instant.ofEpochMilli(START));
    final FakeClock serverClock = new FakeClock(Instant.ofEpochMilli(START));
    final ModelServer server;
    final SessionEngine client;
    final Map<Long, List<Outcome>> outcomes = new HashMap<>();
    final List<EngineEvent> events = new ArrayList<>();
    /** The numbers of the queries by those of the requests. */
    final Map<Long, Long> numbers = new HashMap<>();

    double lossRate;
    double repeatRate;
    long mostDelay = 50;
    long now;
    long skew;
    int packetsSent;
    int connection;

    private final PriorityQueue<Delivery> network = new PriorityQueue<>(
            (a, b) -> a.at() == b.at() ? Long.compare(a.order(), b.order()) : Long.compare(a.at(), b.at()));
    private final PriorityQueue<Step> script = new PriorityQueue<>(
            (a, b) -> a.at() == b.at() ? Long.compare(a.order(), b.order()) : Long.compare(a.at(), b.at()));
    private final PacketBuffer buffer = new PacketBuffer();
    private boolean connected;
    private long order;
    private long turns;

    World(long seed, EngineLimits limits, @Nullable Salt salt) {
        random = new SplittableRandom(seed);
        SeededRandom bytes = new SeededRandom(seed ^ 0x5eed);
        server = new ModelServer(serverClock, bytes, number -> 20 + Math.floorMod(number * 7919, 4000));
        client = SessionEngine.builder(Keys.CRYPTO, Keys.KEY)
                .clock(clientClock, SessionClock.client(clientClock))
                .random(bytes)
                .limits(limits)
                .salt(salt == null ? new Salt(server.salts.current()) : salt)
                .build();
    }

    void at(long time, Runnable action) {
        script.add(new Step(time, order++, action));
    }

    long submit(long number, boolean repeatable, List<Long> after) {
        Request request = Request.of(Numbered.query(number)).after(after);
        long id = client.submit(repeatable ? request.repeatable() : request);
        numbers.put(id, number);
        return id;
    }

    void connect() {
        if (!connected) {
            connected = true;
            connection++;
            client.connectionOpened();
        }
    }

    /** Cuts the connection; some of what is under way to the server still arrives, as what is in its buffers would. */
    void cut() {
        if (connected) {
            connected = false;
            client.connectionLost();
            server.connectionLost();
            network.removeIf(delivery -> !delivery.toServer() || random.nextBoolean());
            at(now + random.nextLong(3000), this::connect);
        }
    }

    void restartServer() {
        cut();
        network.clear();
        server.restart();
    }

    /** Runs until a moment, or until all requests have an outcome when that is what is waited for. */
    void run(long until, boolean untilDone) {
        while (now < until && !(untilDone && client.pendingRequests() == 0 && script.isEmpty())) {
            pump();
            long next = Math.min(until, Math.min(server.nextDeadline() - START, clientDeadline()));
            next = network.isEmpty() ? next : Math.min(next, network.element().at());
            next = script.isEmpty() ? next : Math.min(next, script.element().at());
            advance(Math.max(next, turns++ % 4 == 3 ? now + 1 : now));
            if (turns > 400_000) {
                throw new AssertionError("the engines spin at " + now + " ms");
            }
        }
        pump();
    }

    private long clientDeadline() {
        return client.nextDeadline().orElse(Long.MAX_VALUE / 2) - START - skew;
    }

    private void advance(long time) {
        now = time;
        clientClock.set(Instant.ofEpochMilli(START + now + skew));
        serverClock.set(Instant.ofEpochMilli(START + now));
        client.poll();
        while (!script.isEmpty() && script.element().at() <= now) {
            script.remove().action().run();
            clientClock.set(Instant.ofEpochMilli(START + now + skew));
        }
        while (!network.isEmpty() && network.element().at() <= now) {
            deliver(network.remove());
        }
    }

    private void deliver(Delivery delivery) {
        if (delivery.toServer()) {
            server.received(delivery.packet());
        } else if (connected && delivery.connection() == connection) {
            client.received(delivery.packet(), 0, delivery.packet().length);
        }
    }

    private void pump() {
        while (connected && client.nextPacket(buffer)) {
            byte[] packet = new byte[buffer.length()];
            System.arraycopy(buffer.array(), buffer.offset(), packet, 0, packet.length);
            packetsSent++;
            transmit(true, packet);
        }
        server.pump(packet -> transmit(false, packet));
        for (EngineEvent event = client.nextEvent(); event != null; event = client.nextEvent()) {
            take(event);
        }
    }

    private void take(EngineEvent event) {
        events.add(event);
        if (event instanceof EngineEvent.Done done) {
            outcomes.computeIfAbsent(done.requestId(), id -> new ArrayList<>()).add(done.outcome());
        } else if (event instanceof EngineEvent.ReconnectWanted) {
            cut();
        } else if (event instanceof EngineEvent.CloseConnection close && close.check() == Check.M7) {
            cut();
        } else if (event instanceof EngineEvent.CloseConnection close) {
            throw new AssertionError("closed by " + close.check());
        }
    }

    private void transmit(boolean toServer, byte[] packet) {
        if (random.nextDouble() >= lossRate) {
            send(toServer, packet);
        }
        if (random.nextDouble() < repeatRate) {
            send(toServer, packet);
        }
    }

    private void send(boolean toServer, byte[] packet) {
        long at = now + 1 + random.nextLong(mostDelay);
        network.add(new Delivery(at, order++, toServer, connection, packet.clone()));
    }
}
