package dev.mtproto.client;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.engine.SessionEngine;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.FramedSocket;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an engine connected until it is closed. One thread connects and receives, and never waits for the socket to take
 * something: whoever invokes writes, or a second thread where nobody does, so that a server which reads slowly cannot stop both
 * directions.
 */
final class Link implements FrameHandler {

    /** How long a server may hold back the response to a poll over HTTP, in milliseconds. */
    private static final int POLL = 25_000;

    /**
     * A packet that was made.
     *
     * @param to where it goes
     * @param poll whether its response may be held back
     */
    private record Made(FramedSocket to, boolean quickAck, boolean poll) {

        void send(PacketBuffer packet) {
            if (poll) {
                to.sendPoll(packet);
            } else {
                to.send(packet, quickAck);
            }
        }
    }

    private final Driver driver;
    private final SessionEngine engine;
    private final long keyId;
    private final BackOff backOff;
    private final Semaphore work = new Semaphore(0);
    /** Held by the thread that writes. */
    private final ReentrantLock writing = new ReentrantLock();

    private final PacketBuffer buffer = new PacketBuffer();
    private Connector.@Nullable Opened next;
    private @Nullable Thread receiver;
    /** Guarded by the driver's lock, as all below. */
    private @Nullable FramedSocket socket;

    private @Nullable MtprotoException wish;
    private boolean closed;

    /** @param first a connection that is open already; null if there is none */
    Link(Driver driver, SessionEngine engine, Connector.@Nullable Opened first) {
        this.driver = driver;
        this.engine = engine;
        this.keyId = engine.keyId().value();
        this.backOff = driver.newBackOff();
        this.next = first;
    }

    void start() {
        receiver = ConnectionThreads.start("mtproto-receive", this::run);
        ConnectionThreads.start("mtproto-write", this::write);
    }

    SessionEngine engine() {
        return engine;
    }

    @Nullable
    FramedSocket socket() {
        return socket;
    }

    boolean isReceiver(Thread thread) {
        return thread == receiver;
    }

    /** Has the second thread write what is due. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Closes the connection, so that another one is opened. Called under the driver's lock. */
    void reconnect(MtprotoException why) {
        if (socket != null) {
            wish = why;
            driver.sockets().retire(socket);
        }
    }

    /** Ends for good. Called under the driver's lock. */
    void close() {
        closed = true;
        if (socket != null) {
            driver.sockets().retire(socket);
        }
        work.release();
    }

    private void run() {
        while (!isClosed()) {
            MtprotoException why;
            try {
                Connector.Opened opened = next == null ? driver.connector().open() : next;
                next = null;
                why = serve(opened);
            } catch (MtprotoException e) {
                why = e;
            } catch (RuntimeException e) {
                why = new TransportException("the connection failed: " + e, e);
            }
            int code = why instanceof TransportException failure ? failure.code() : 0;
            driver.lost(this, why, code, backOff.next(code));
        }
    }

    /** Receives until the connection ends; returns why it did. */
    private MtprotoException serve(Connector.Opened opened) {
        FramedSocket own = opened.socket();
        if (!driver.locked(() -> begin(opened))) {
            driver.sockets().retire(own);
            return new TransportException("the client was closed", null);
        }
        wake();
        MtprotoException why;
        try {
            while (own.receive(this, Duration.ZERO) != FramedSocket.Received.END) {
                driver.settle();
                driver.updates().awaitRoom();
            }
            why = new TransportException("the server closed the connection", null);
        } catch (MtprotoException e) {
            why = e;
        } catch (RuntimeException e) {
            why = new TransportException("the connection failed: " + e, e);
        }
        driver.sockets().retire(own);
        MtprotoException seen = why;
        return driver.locked(() -> end(seen));
    }

    private boolean begin(Connector.Opened opened) {
        if (closed) {
            return false;
        }
        socket = opened.socket();
        wish = null;
        engine.connectionOpened();
        driver.connected(opened);
        return true;
    }

    private MtprotoException end(MtprotoException seen) {
        socket = null;
        if (!closed) {
            engine.connectionLost();
        }
        return wish == null ? seen : wish;
    }

    private boolean isClosed() {
        return driver.locked(() -> closed);
    }

    @Override
    @Enforces(Check.T17)
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        OptionalLong id = PacketOpener.keyIdOf(array, offset, length);
        if (id.isPresent() && id.getAsLong() != keyId) {
            driver.tell(new ClientEvent.Refused(Check.T17));
            throw new SessionException(Check.T17, "the server sent a packet of another auth key");
        }
        driver.handle(() -> {
            if (!closed) {
                engine.received(array, offset, length);
            }
        });
        if (!driver.locked(() -> wish != null)) {
            backOff.heard();
        }
    }

    @Override
    public void quickAck(int token) {
        driver.handle(() -> engine.quickAcked(token));
    }

    @Override
    public void error(int code) {
        throw new TransportException(code);
    }

    /** Over HTTP even this was a response, and what waited for it may be sent. */
    @Override
    public void noop() {
        driver.handle(() -> {});
    }

    private void write() {
        while (!isClosed()) {
            work.acquireUninterruptibly();
            work.drainPermits();
            flush();
        }
    }

    /** Writes what is to be written, unless another thread is at it, which then writes this too. */
    void flush() {
        while (isDue() && writing.tryLock()) {
            try {
                writeAll();
            } finally {
                writing.unlock();
            }
        }
    }

    private boolean isDue() {
        return driver.locked(this::hasWork);
    }

    /** Tells whether something is to be written that can be written now. Called under the driver's lock. */
    boolean hasWork() {
        return !closed && socket != null && (socket.wantsPoll() || (engine.isPacketDue() && socket.canSend()));
    }

    private void writeAll() {
        for (Made packet = make(); packet != null; packet = make()) {
            try {
                packet.send(buffer);
            } catch (MtprotoException e) {
                driver.sockets().retire(packet.to()); // the receiving thread hears of it
            }
        }
    }

    private @Nullable Made make() {
        return driver.locked(() -> {
            FramedSocket to = socket;
            if (to == null || !hasWork()) {
                return null;
            }
            boolean poll = to.wantsPoll();
            if (to.carrier().isHttp()) {
                engine.httpWait(0, 0, poll ? POLL : 0);
            }
            return engine.nextPacket(buffer) ? new Made(to, engine.wantsQuickAck(), poll) : null;
        });
    }
}
