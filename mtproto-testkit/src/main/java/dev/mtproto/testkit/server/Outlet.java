package dev.mtproto.testkit.server;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.TransportException;
import dev.mtproto.transport.socket.FramedSocket;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of a connection. What is to be sent is queued as tasks, which make their packets only when it is their turn;
 * one thread at a time works them off, and it alone waits for a client that reads slowly.
 */
final class Outlet {

    /** Sends something. */
    interface Task {
        void send(Outlet out);
    }

    /** So many bytes are kept for the next packet. */
    private static final int SMALL = 1024;

    private final FramedSocket socket;
    private final ArrayDeque<Task> tasks = new ArrayDeque<>(2);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private PacketBuffer scratch = new PacketBuffer(SMALL);
    private boolean busy;
    /** Over HTTP: the session whose request waits for its response. */
    private volatile @Nullable ServerSession owner;
    /** Since when a packet is being written, by {@link System#nanoTime}; 0 while none is. */
    private volatile long writingSince;

    Outlet(FramedSocket socket) {
        this.socket = socket;
    }

    /** Tells whether each packet is the response to a request. */
    boolean isHttp() {
        return socket.carrier().isHttp();
    }

    /** Notes whose request came last. */
    void requestedBy(ServerSession session) {
        owner = session;
    }

    /** Tells whether a packet of a session may be sent: over HTTP not unless a request of its own waits for one. */
    boolean takes(ServerSession session) {
        return !isHttp() || owner == session;
    }

    /** Queues a task; to be followed by {@link #drain}, in a thread that may block. */
    void add(Task task) {
        lock.lock();
        try {
            tasks.add(task);
        } finally {
            lock.unlock();
        }
    }

    /** Works off what is queued, unless another thread is about it. */
    void drain() {
        if (!begin()) {
            return;
        }
        for (Task task = next(); task != null; task = next()) {
            try {
                task.send(this);
            } catch (TransportException e) {
                socket.close(); // its reader tells that it is lost
            } catch (RuntimeException e) {
                socket.close();
                System.getLogger("dev.mtproto.testkit").log(System.Logger.Level.ERROR, "a packet was not made", e);
            }
        }
    }

    /** Returns the buffer for the packets of a task. */
    PacketBuffer scratch() {
        return scratch;
    }

    void packet(PacketBuffer packet) {
        writingSince = System.nanoTime() | 1;
        owner = null;
        try {
            socket.send(packet, false);
        } finally {
            writingSince = 0;
        }
    }

    void quickAck(int token) {
        socket.sendQuickAck(token);
    }

    void error(int transportError) {
        socket.sendError(transportError);
    }

    /** Tells whether a packet has been written for longer than a client may take to read it. */
    @Enforces(Check.D6)
    boolean isStalled(long most) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since > most;
    }

    /** Works off what is queued, and waits for another thread that is about it. */
    void finish() {
        drain();
        lock.lock();
        try {
            while (busy) {
                idle.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            boolean mine = !busy && !tasks.isEmpty();
            busy |= mine;
            return mine;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Task next() {
        lock.lock();
        try {
            Task task = tasks.poll();
            if (task == null) {
                scratch = scratch.array().length > 4 * SMALL ? new PacketBuffer(SMALL) : scratch;
                busy = false;
                idle.signalAll();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }
}
