package dev.mtproto.testkit.server;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TransportException;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.transport.socket.FramedSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a data centre, with a thread that reads. */
final class Connection implements Runnable {

    private static final int NOT_FOUND = -404;
    private static final int TOO_MANY = -429;
    /** How long a client has to take its last packet and close, in nanoseconds. */
    private static final long LINGER = 2_000_000_000L;

    private final long number;
    private final Socket raw;
    private final ServerContext context;
    private final Consumer<Connection> atEnd;
    /** Those that it serves. */
    private final Set<ServerSession> sessions = ConcurrentHashMap.newKeySet(1);

    private volatile @Nullable Outlet outlet;
    private volatile @Nullable String end;
    private volatile long endedAt;
    private long deadline;

    Connection(long number, Socket raw, ServerContext context, Consumer<Connection> atEnd) {
        this.number = number;
        this.raw = raw;
        this.context = context;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        DataCenterLimits limits = context.settings().limits();
        keepOpenFor(limits.start());
        InetAddress address = raw.getInetAddress();
        int connections = context.addresses().add(address);
        try {
            FramedSocket framed = FramedSocket.accept(raw, context.transports());
            outlet = new Outlet(framed);
            context.tell(
                    new DataCenterEvent.Connected(number, framed.remoteAddress(), framed.framing(), framed.carrier()));
            admit(connections, limits);
            context.tell(new DataCenterEvent.Closed(number, serve(framed, outlet())));
        } catch (TransportException e) {
            tellCheck(e);
            context.tell(new DataCenterEvent.Rejected(number, String.valueOf(e.getMessage())));
        } finally {
            close();
            sessions.forEach(session -> session.lost(this));
            context.addresses().remove(address);
            atEnd.accept(this);
        }
    }

    long number() {
        return number;
    }

    InetAddress address() {
        return raw.getInetAddress();
    }

    Outlet outlet() {
        return Objects.requireNonNull(outlet, "the framing is not known yet");
    }

    boolean isEnding() {
        return end != null;
    }

    /** Notes that a session sends on this connection. */
    void serve(ServerSession session) {
        sessions.add(session);
    }

    void forget(ServerSession session) {
        sessions.remove(session);
    }

    /** Starts the time anew after which the connection is closed unless something comes; for its own thread. */
    void keepOpenFor(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /**
     * Has the connection closed behind what is to be sent on it; its outlet has to be drained for it. What the client still sends
     * is read until it closes, too: it would lose what it has not read yet, if its own packets met a closed connection.
     */
    void end(int transportError, String reason) {
        endedAt = System.nanoTime();
        end = reason;
        if (transportError != 0) {
            outlet().add(out -> out.error(transportError));
        }
        outlet().add(out -> closeOutput());
    }

    /** Has a transport error sent, and the connection closed. */
    void refuse(Check check, int transportError) {
        context.tell(new DataCenterEvent.Refused(number, check, "transport error " + transportError));
        end(transportError, "the packet was refused with transport error " + transportError);
    }

    /** Ends the connection because its key has ended, from any thread. */
    @Enforces(Check.P11)
    void keyIsGone() {
        context.workers().execute(() -> {
            refuse(Check.P11, NOT_FOUND);
            outlet().drain();
        });
    }

    /** Closes the connection if its client does not read, or does not go, from any thread. */
    @Enforces(Check.D6)
    void checkProgress() {
        Outlet out = outlet;
        if (end != null && System.nanoTime() - endedAt > LINGER) {
            close();
        } else if (out != null
                && out.isStalled(context.settings().limits().write().toNanos())) {
            endedAt = System.nanoTime();
            end = "the client does not read";
            context.workers().execute(() -> {
                context.tell(new DataCenterEvent.Refused(number, Check.D6, "closed"));
                close();
            });
        }
    }

    /** Ends the connection at once, from any thread. */
    void close() {
        close("the data centre closed it");
    }

    private void close(String reason) {
        if (end == null) {
            endedAt = System.nanoTime();
            end = reason;
        }
        try {
            raw.close();
        } catch (IOException e) {
            // it is of no more use either way
        }
    }

    @Enforces(Check.T16)
    private void admit(int connections, DataCenterLimits limits) {
        if (connections > limits.connectionsPerAddress()) {
            refuse(Check.T16, TOO_MANY);
        }
    }

    private String serve(FramedSocket framed, Outlet out) {
        Intake intake = new Intake(this, context);
        try {
            while (end == null) {
                long left = deadline - System.nanoTime();
                switch (left <= 0 ? FramedSocket.Received.NOTHING : framed.receive(intake, Duration.ofNanos(left))) {
                    case BYTES -> out.drain();
                    case NOTHING -> silent(intake);
                    case END -> close("the client closed it");
                }
            }
        } catch (TransportException e) {
            if (end == null) {
                tellCheck(e);
                close(String.valueOf(e.getMessage()));
            }
        } finally {
            intake.close();
        }
        out.finish();
        drop();
        return Objects.requireNonNull(end);
    }

    /** Reads on for nothing until the client has closed the connection. */
    private void drop() {
        byte[] dropped = new byte[1024];
        try {
            raw.setSoTimeout((int) (LINGER / 1_000_000));
            while (raw.getInputStream().read(dropped) >= 0) {}
        } catch (IOException e) {
            // it is closed
        }
    }

    private void closeOutput() {
        try {
            raw.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    @Enforces(Check.T16)
    private void silent(Intake intake) {
        if (intake.hasKey()) {
            end(0, "the client was silent for too long");
        } else {
            refuse(Check.T16, TOO_MANY);
        }
    }

    private void tellCheck(TransportException e) {
        e.check().ifPresent(check -> context.tell(new DataCenterEvent.Refused(number, check, "closed")));
    }
}
