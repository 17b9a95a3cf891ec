package dev.mtproto.session.engine;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.session.exchange.ClientKeyExchange;
import dev.mtproto.session.exchange.ExchangeRequest;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what {@link ForwardSecrecy} asks for, against a {@link Centre}, by real key exchanges. */
final class ClientKeys {

    final FakeClock clock = FakeClock.at(1_780_000_000L);
    final Centre centre = new Centre(clock);
    final List<KeyStep> steps = new ArrayList<>();
    final Map<Long, List<Outcome>> outcomes = new HashMap<>();
    /** The keys that were made, in this order. */
    final List<AuthKey> permanent = new ArrayList<>();

    final List<AuthKey> temporary = new ArrayList<>();
    /** Whether key exchanges fail. */
    boolean unreachable;

    final ForwardSecrecy keys;

    private final Map<SessionEngine, AuthKeyId> connections = new LinkedHashMap<>();
    private final SeededRandom random = new SeededRandom(78);
    private final PacketBuffer buffer = new PacketBuffer();
    private @Nullable AuthKeyId lastTemporary;

    ClientKeys() {
        keys = new KeyLifeBuilder(Keys.CRYPTO)
                .clock(clock, SessionClock.client(clock))
                .random(random)
                .forwardSecrecy();
    }

    /** Submits a request that may run twice: a key that is lost takes the others with it. */
    long submit(long number) {
        return keys.submit(Request.of(Numbered.query(number)).repeatable());
    }

    /** Lets time pass, in steps that the deadlines set. */
    void pass(Duration time) {
        long end = clock.millis() + time.toMillis();
        while (clock.millis() < end) {
            long next = Math.min(end, keys.nextDeadline().orElse(end));
            clock.advance(Duration.ofMillis(Math.max(1, next - clock.millis())));
            run();
        }
    }

    /** Carries packets and does steps until nothing is left to do. */
    void run() {
        boolean busy = true;
        while (busy) {
            busy = false;
            for (KeyStep step = keys.nextStep(); step != null; step = keys.nextStep()) {
                steps.add(step);
                take(step);
                busy = true;
            }
            for (SessionEngine engine : List.copyOf(connections.keySet())) {
                busy |= carry(engine);
            }
            for (EngineEvent event = keys.nextEvent(); event != null; event = keys.nextEvent()) {
                if (event instanceof EngineEvent.Done done) {
                    outcomes.computeIfAbsent(done.requestId(), id -> new ArrayList<>())
                            .add(done.outcome());
                }
                busy = true;
            }
        }
    }

    List<Outcome> outcomes(long request) {
        return outcomes.getOrDefault(request, List.of());
    }

    private void take(KeyStep step) {
        if (step instanceof KeyStep.CreatePermanent) {
            if (unreachable) {
                keys.creationFailed();
            } else {
                ExchangeResult made = exchange(ExchangeRequest.permanent(centre.publicKeys, Centre.DC));
                permanent.add(made.key());
                keys.permanentCreated(made);
            }
        } else if (step instanceof KeyStep.CreateTemporary create) {
            if (unreachable) {
                keys.creationFailed();
            } else {
                ExchangeRequest request = ExchangeRequest.temporary(centre.publicKeys, Centre.DC, create.expiresIn());
                ExchangeResult made = exchange(request);
                temporary.add(made.key());
                lastTemporary = made.key().id();
                keys.temporaryCreated(made);
            }
        } else if (step instanceof KeyStep.Open open && lastTemporary != null) {
            connections.put(open.engine(), lastTemporary);
            open.engine().connectionOpened();
        } else if (step instanceof KeyStep.Close close) {
            connections.remove(close.engine());
        }
    }

    private boolean carry(SessionEngine engine) {
        AuthKeyId key = connections.get(engine);
        boolean carried = false;
        engine.poll();
        while (key != null && engine.nextPacket(buffer)) {
            byte[] packet = packet();
            carried = true;
            AuthKeyId named =
                    new AuthKeyId(PacketOpener.keyIdOf(packet, 0, packet.length).orElseThrow());
            if (!named.equals(key)) {
                throw new AssertionError("a packet under another key");
            }
            if (!centre.receive(key, engine.sessionId(), packet)) {
                keys.disowned(engine);
                return true;
            }
        }
        while (key != null && centre.nextPacket(key, buffer)) {
            engine.received(buffer.array(), buffer.offset(), buffer.length());
            carried = true;
        }
        return carried;
    }

    private ExchangeResult exchange(ExchangeRequest request) {
        try (ClientKeyExchange client = new ClientKeyExchange(request, Keys.CRYPTO, random, clock)) {
            client.start(buffer);
            ClientKeyExchange.Step step = ClientKeyExchange.Step.SEND;
            while (step == ClientKeyExchange.Step.SEND) {
                centre.exchange(packet(), buffer);
                byte[] answer = packet();
                step = client.receive(answer, 0, answer.length, buffer);
            }
            return client.result();
        }
    }

    private byte[] packet() {
        return Arrays.copyOfRange(buffer.array(), buffer.offset(), buffer.offset() + buffer.length());
    }
}
