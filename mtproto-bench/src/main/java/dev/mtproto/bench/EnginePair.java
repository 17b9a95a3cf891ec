package dev.mtproto.bench;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.Request;
import dev.mtproto.session.engine.ServerEngine;
import dev.mtproto.session.engine.ServerEvent;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.MessageHandler;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.ServerSalts;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.BoolTrue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;

/** A client's engine and a server's under one key, with nothing between them. Queries wait until {@link #answerOldest}. */
final class EnginePair implements MessageHandler {

    /** A clock that a benchmark sets. */
    static final class Time implements InstantSource {
        private long millis = 1_780_000_000_000L;

        void advance(long by) {
            millis += by;
        }

        @Override
        public long millis() {
            return millis;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private static final byte[] ANSWER = written(new BoolTrue());
    private static final int BODY = 64;

    final SessionEngine client;
    final ServerEngine server;

    private final EncryptedSession serverSession;
    private final PacketOpener opener;
    private final PacketBuffer buffer;
    private final ArrayDeque<Long> running = new ArrayDeque<>();
    private final byte[] query = new byte[BODY];
    private int done;

    EnginePair(Crypto crypto, Time time, PacketBuffer buffer) {
        this.buffer = buffer;
        Arrays.fill(query, (byte) 0x7f);
        AuthKey key = AuthKey.permanent(crypto.random().nextBytes(AuthKey.LENGTH), new AuthKeyId(1));
        SessionClock clock = SessionClock.server(time);
        ServerSalts salts = new ServerSalts(new Salt(1), time, crypto.random());
        client = SessionEngine.builder(crypto, key)
                .clock(time, SessionClock.client(time))
                .salt(new Salt(1))
                .build();
        serverSession = EncryptedSession.builder(crypto, key, Role.SERVER)
                .sessionId(client.sessionId())
                .salt(new Salt(1))
                .salts(salts)
                .clock(clock)
                .build();
        opener = PacketOpener.of(crypto, key, Role.SERVER, clock, false);
        server = new ServerEngine(serverSession, salts, time, crypto.random());
        client.connectionOpened();
        server.connectionOpened();
        pump();
    }

    /** Submits a query. */
    void submit() {
        client.submit(Request.of(query));
    }

    /** Answers the query that runs for the longest time, without sending the answer yet. */
    void answerOldest() {
        server.answer(running.remove(), ANSWER);
    }

    /** Has the server say something. */
    void say(TlObject object) {
        serverSession.pack(object, buffer);
        client.received(buffer.array(), buffer.offset(), buffer.length());
    }

    /** Returns the msg_id of the query that came last. */
    long newest() {
        return running.getLast();
    }

    /** Carries packets to and fro until there are none; returns how many requests ended. */
    int pump() {
        done = 0;
        boolean moved = true;
        while (moved) {
            moved = false;
            client.poll();
            while (client.nextPacket(buffer)) {
                opener.open(buffer.array(), buffer.offset(), buffer.length(), this);
                server.received(opener);
                moved = true;
            }
            for (ServerEvent event = server.nextEvent(); event != null; event = server.nextEvent()) {
                running.add(((ServerEvent.Query) event).msgId());
            }
            while (server.nextPacket(buffer)) {
                client.received(buffer.array(), buffer.offset(), buffer.length());
                moved = true;
            }
            takeEvents();
        }
        return done;
    }

    private void takeEvents() {
        for (EngineEvent event = client.nextEvent(); event != null; event = client.nextEvent()) {
            if (event instanceof EngineEvent.Done) {
                done++;
            } else if (event instanceof EngineEvent.Discarded discarded) {
                throw new IllegalStateException(discarded.toString());
            }
        }
    }

    @Override
    public void message(long msgId, int seqNo, byte[] array, int offset, int length) {
        throw new IllegalStateException("an opener hands out no messages");
    }

    private static byte[] written(TlObject object) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        return writer.toByteArray();
    }
}
