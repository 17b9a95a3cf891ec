package dev.mtproto.bench.sessions;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Role;
import dev.mtproto.api.TransportException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.session.engine.EngineEvent;
import dev.mtproto.session.engine.Outcome;
import dev.mtproto.session.engine.Request;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.session.message.SessionClock;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.FramedSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The least client that there can be: a connection, one session or a few, a thread that reads. */
final class Client implements FrameHandler, Runnable {

    private static final Request QUERY = Request.of(new HelpGetNearestDc());

    private final FramedSocket socket;
    private final Crypto crypto;
    private final AuthKey key;
    private final List<SessionEngine> sessions = new ArrayList<>(1);
    private final Consumer<Outcome> done;
    private volatile boolean closed;

    /** @param done told of the outcome of each query */
    Client(FramedSocket socket, Crypto crypto, AuthKey key, Consumer<Outcome> done) {
        this.socket = socket;
        this.crypto = crypto;
        this.key = key;
        this.done = done;
    }

    /** Adds a session, before the client runs. */
    void add(SessionEngine session) {
        sessions.add(session);
        session.connectionOpened();
    }

    /** Asks one thing in each session. */
    synchronized void ask() {
        for (SessionEngine session : sessions) {
            session.submit(QUERY);
            send(session);
        }
    }

    @Override
    public void run() {
        try {
            while (socket.receive(this, Duration.ZERO) != FramedSocket.Received.END) {}
        } catch (TransportException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    void close() {
        closed = true;
        socket.close();
    }

    @Override
    public synchronized void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        SessionEngine session = sessions.size() == 1 ? sessions.get(0) : sessionOf(array, offset, length);
        session.received(array, offset, length);
        for (EngineEvent event = session.nextEvent(); event != null; event = session.nextEvent()) {
            if (event instanceof EngineEvent.Done end) {
                done.accept(end.outcome());
            }
        }
        send(session);
    }

    @Override
    public void error(int code) {
        throw new IllegalStateException("transport error " + code);
    }

    private void send(SessionEngine session) {
        PacketBuffer packet = new PacketBuffer(256);
        while (session.nextPacket(packet)) {
            socket.send(packet, false);
        }
    }

    private SessionEngine sessionOf(byte[] array, int offset, int length) {
        PacketOpener opener =
                PacketOpener.of(crypto, key, Role.CLIENT, SessionClock.client(InstantSource.system()), false);
        byte[] copy = Arrays.copyOfRange(array, offset, offset + length);
        opener.open(copy, 0, length, (msgId, seqNo, body, start, count) -> {});
        long id = opener.sessionId();
        opener.destroy();
        return sessions.stream()
                .filter(session -> session.sessionId().value() == id)
                .findFirst()
                .orElseThrow();
    }
}
