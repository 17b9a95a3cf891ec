package dev.mtproto.session.engine;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** A server of one key with sessions that a restart forgets. Counts how often it runs each query between two restarts. */
final class ModelServer {

    private record Answer(long due, ServerEngine engine, long msgId, long number) {}

    private static final MessageHandler IGNORE = (msgId, seqNo, array, offset, length) -> {};

    final ServerSalts salts;
    final Map<Long, Integer> runs = new HashMap<>();
    /** How often each query was run since the last restart. */
    final Map<Long, Integer> runsNow = new HashMap<>();

    int mostRunsNow;

    private final SessionClock clock;
    private final InstantSource source;
    private final RandomSource random;
    private final LongUnaryOperator delayOf;
    private final PacketOpener opener;
    private final Map<Long, ServerEngine> sessions = new LinkedHashMap<>();
    private final List<ServerEngine> served = new ArrayList<>();
    private final PriorityQueue<Answer> answers = new PriorityQueue<>((a, b) -> Long.compare(a.due(), b.due()));
    private final PacketBuffer buffer = new PacketBuffer();

    ModelServer(InstantSource source, RandomSource random, LongUnaryOperator delayOf) {
        this.source = source;
        this.random = random;
        this.delayOf = delayOf;
        this.clock = SessionClock.server(source);
        this.salts = new ServerSalts(new Salt(77), source, random);
        this.opener = PacketOpener.of(Keys.CRYPTO, Keys.KEY, Role.SERVER, clock, false);
    }

    void received(byte[] packet) {
        if (!opener.open(packet, 0, packet.length, IGNORE)) {
            throw new AssertionError("an unreadable packet");
        }
        ServerEngine engine = sessions.computeIfAbsent(opener.sessionId(), this::newSession);
        if (!served.contains(engine)) {
            served.add(engine);
            engine.connectionOpened();
        }
        engine.received(opener);
        takeEvents();
    }

    void connectionLost() {
        served.forEach(ServerEngine::connectionLost);
        served.clear();
    }

    void restart() {
        connectionLost();
        sessions.clear();
        answers.clear();
        runsNow.clear();
    }

    /** Does what is due, and hands out the packets to send. */
    void pump(Consumer<byte[]> out) {
        long now = source.millis();
        while (!answers.isEmpty() && answers.element().due() <= now) {
            Answer answer = answers.remove();
            answer.engine().answer(answer.msgId(), Numbered.answer(answer.number()));
        }
        sessions.values().forEach(ServerEngine::poll);
        takeEvents();
        for (ServerEngine engine : served) {
            while (engine.nextPacket(buffer)) {
                byte[] packet = new byte[buffer.length()];
                System.arraycopy(buffer.array(), buffer.offset(), packet, 0, packet.length);
                out.accept(packet);
            }
        }
    }

    void push(byte[] update) {
        served.forEach(engine -> engine.push(update));
    }

    /** Returns when something is due, in milliseconds of the server's clock. */
    long nextDeadline() {
        long next = answers.isEmpty() ? Long.MAX_VALUE : answers.element().due();
        for (ServerEngine engine : served) {
            next = Math.min(next, engine.nextDeadline().orElse(Long.MAX_VALUE));
        }
        return next;
    }

    private ServerEngine newSession(long id) {
        EncryptedSession session = EncryptedSession.builder(Keys.CRYPTO, Keys.KEY, Role.SERVER)
                .sessionId(new SessionId(id))
                .salt(new Salt(salts.current()))
                .salts(salts)
                .clock(clock)
                .random(random)
                .build();
        return new ServerEngine(session, salts, source, random);
    }

    private void takeEvents() {
        for (ServerEngine engine : List.copyOf(sessions.values())) {
            for (ServerEvent event = engine.nextEvent(); event != null; event = engine.nextEvent()) {
                if (event instanceof ServerEvent.Query query) {
                    run(engine, query);
                } else if (event instanceof ServerEvent.DestroySession destroy) {
                    ServerEngine destroyed = sessions.remove(destroy.session().value());
                    served.remove(destroyed);
                    engine.sessionDestroyed(destroy.session(), destroyed != null);
                }
            }
        }
    }

    private void run(ServerEngine engine, ServerEvent.Query query) {
        long number = Numbered.number(query.body());
        runs.merge(number, 1, Integer::sum);
        mostRunsNow = Math.max(mostRunsNow, runsNow.merge(number, 1, Integer::sum));
        answers.add(new Answer(source.millis() + delayOf.applyAsLong(number), engine, query.msgId(), number));
    }
}
