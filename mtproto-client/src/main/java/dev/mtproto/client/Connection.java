package dev.mtproto.client;

import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TransportException;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.session.message.PacketOpener;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.transport.FrameHandler;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.FramedSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session on a connection. One thread receives, and never waits for the socket to take something: whoever invokes writes,
 * or a thread of its own where nobody does, so that a server which reads slowly cannot stop both directions.
 */
final class Connection implements FrameHandler {

    private static final Duration ACK_DELAY = Duration.ofSeconds(1);
    private static final int MOST_ACKS = 16;

    private final ClientSettings settings;
    private final FramedSocket socket;
    private final EncryptedSession session;
    private final AuthKeyId keyId;
    private final QuickAcks quickAcks = new QuickAcks();
    private final ServerMessages handler;
    private final MessageNames names;
    /** Guards the session, the calls and the acks. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Calls calls = new Calls();
    private final List<Long> acks = new ArrayList<>();

    /** Held by the thread that writes. */
    private final ReentrantLock writing = new ReentrantLock();

    private final PacketBuffer buffer = new PacketBuffer();
    private final Queue<PendingCall<?>> outbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean acksDue = new AtomicBoolean();
    private final AtomicReference<@Nullable MtprotoException> end = new AtomicReference<>();

    Connection(ClientSettings settings, FramedSocket socket, EncryptedSession session, AuthKeyId keyId) {
        this.keyId = keyId;
        this.settings = settings;
        this.socket = socket;
        this.session = session;
        this.names = new MessageNames(settings.schema());
        this.handler = new ServerMessages(this, session, calls, acks, settings);
    }

    void start() {
        ConnectionThreads.start("mtproto-receive", this::receive);
    }

    <R> CompletableFuture<R> invoke(TlFunction<R> function, @Nullable Runnable received) {
        PendingCall<R> call = new PendingCall<>(function, settings.executor(), received);
        send(call);
        flush();
        return call.future();
    }

    boolean isOpen() {
        return end.get() == null;
    }

    /** Runs something that looks at the session. */
    <T> T locked(java.util.function.Function<EncryptedSession, T> look) {
        lock.lock();
        try {
            return look.apply(session);
        } finally {
            lock.unlock();
        }
    }

    /** Puts a call into the queue of what is to be written. */
    void send(PendingCall<?> call) {
        outbox.add(call);
        failUnsentIfClosed();
    }

    /** Sends acknowledgements soon. */
    void acknowledgeSoon() {
        acksDue.set(true);
    }

    /** Closes: what waits for an answer fails with the cause. */
    void end(MtprotoException cause) {
        if (end.compareAndSet(null, cause)) {
            socket.close();
            lock.lock();
            try {
                calls.removeAll().forEach(call -> call.fail(cause));
                session.destroy();
            } finally {
                lock.unlock();
            }
            failUnsentIfClosed();
        }
    }

    /** Writes the acknowledgements that are due, waiting for it no longer than given. */
    void finish(Duration longest) {
        if (isOpen()) {
            acksDue.set(true);
            try {
                ConnectionThreads.start("mtproto-finish", this::flush).join(longest.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    @Enforces(Check.T17)
    public void packet(byte[] array, int offset, int length, boolean wantsQuickAck) {
        OptionalLong id = PacketOpener.keyIdOf(array, offset, length);
        if (id.isPresent() && id.getAsLong() != keyId.value()) {
            settings.listener().refused(Check.T17);
            throw new SessionException(Check.T17, "the server sent a packet of another auth key");
        }
        lock.lock();
        try {
            if (isOpen()) {
                session.unpack(array, offset, length, handler);
            }
        } finally {
            lock.unlock();
        }
        Check broken = handler.takeBrokenRule();
        if (broken != null) {
            throw new SessionException(broken, "the server sent a packet that breaks a rule");
        }
    }

    @Override
    public void quickAck(int token) {
        if (!quickAcks.came(token)) {
            settings.listener().refused(Check.T7);
        }
    }

    @Override
    public void error(int code) {
        throw new TransportException(code);
    }

    private void receive() {
        try {
            while (isOpen()) {
                switch (socket.receive(this, locked(any -> acks.isEmpty()) ? Duration.ZERO : ACK_DELAY)) {
                    case BYTES -> acksDue.compareAndSet(false, locked(any -> acks.size() > MOST_ACKS));
                    case NOTHING -> acksDue.set(true);
                    case END -> end(new TransportException("the server closed the connection", null));
                }
                if (hasWork() && !writing.isLocked()) {
                    ConnectionThreads.start("mtproto-write", this::flush);
                }
            }
        } catch (MtprotoException e) {
            end(e);
        } catch (RuntimeException e) {
            end(new TransportException("the connection failed: " + e, e));
        } finally {
            handler.close();
        }
    }

    /** Writes what is to be written, unless another thread is at it, which then writes this too. */
    private void flush() {
        while (hasWork() && writing.tryLock()) {
            try {
                writeAll();
            } catch (MtprotoException e) {
                end(e);
            } finally {
                writing.unlock();
            }
        }
    }

    private boolean hasWork() {
        return isOpen() && (!outbox.isEmpty() || acksDue.get());
    }

    private void writeAll() {
        while (hasWork()) {
            PendingCall<?> call = outbox.poll();
            boolean due = acksDue.getAndSet(false) || call != null;
            List<Long> ids = due ? locked(any -> takeAcks()) : List.of();
            if (!ids.isEmpty()) {
                write(new MsgsAck(ids), null);
            }
            if (call != null && !call.future().isDone()) {
                write(call.function(), call);
            }
        }
    }

    private List<Long> takeAcks() {
        List<Long> ids = List.copyOf(acks);
        acks.clear();
        return ids;
    }

    private void write(TlObject body, @Nullable PendingCall<?> call) {
        int seqNo;
        long msgId;
        lock.lock();
        try {
            MtprotoException cause = end.get();
            if (cause != null) {
                throw cause;
            }
            msgId = session.pack(body, buffer);
            seqNo = session.packedSeqNo();
            if (call == null) {
                calls.addService(msgId);
            } else {
                calls.add(msgId, call);
                if (call.wantsQuickAck()) {
                    quickAcks.await(session.quickAckToken(), call::received);
                }
            }
        } catch (MtprotoException | IllegalArgumentException e) {
            if (call != null) {
                call.fail(e);
            }
            return;
        } finally {
            lock.unlock();
        }
        observe(body, msgId, seqNo);
        socket.send(buffer, call != null && call.wantsQuickAck());
    }

    private void observe(TlObject body, long msgId, int seqNo) {
        if (settings.listener() != ConnectionListener.NONE) {
            TlWriter writer = new TlWriter();
            body.writeTo(writer);
            int length = writer.position();
            settings.listener()
                    .message(new ObservedMessage(Direction.OUT, names.of(body), msgId, OptionalInt.of(seqNo), length));
        }
    }

    private void failUnsentIfClosed() {
        MtprotoException cause = end.get();
        if (cause != null) {
            for (PendingCall<?> call = outbox.poll(); call != null; call = outbox.poll()) {
                call.fail(cause);
            }
        }
    }
}
