package dev.mtproto.client;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.Salt;
import dev.mtproto.api.TransportException;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.socket.ConnectionThreads;
import dev.mtproto.transport.socket.Transport;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Connects over several transports with a stagger, and keeps the first that completes. */
final class Race {

    private final ClientSettings settings;
    private final @Nullable AuthKey key;
    private final Salt salt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable MtprotoClient winner;
    private @Nullable RuntimeException failure;
    private int failed;
    private boolean over;

    Race(ClientSettings settings, @Nullable AuthKey key, Salt salt) {
        this.settings = settings;
        this.key = key;
        this.salt = salt;
    }

    /**
     * Runs the race to its end.
     *
     * @throws MtprotoException what one of the transports failed with, if all did
     */
    MtprotoClient run() {
        lock.lock();
        try {
            int started = 0;
            for (Transport transport : settings.transports()) {
                ConnectionThreads.start("mtproto-race", () -> attempt(transport));
                started++;
                long left = settings.stagger().toNanos();
                boolean last = started == settings.transports().size();
                while (winner == null && failed < started && (last || left > 0)) {
                    if (last) {
                        changed.await();
                    } else {
                        left = changed.awaitNanos(left);
                    }
                }
                if (winner != null) {
                    return winner;
                }
            }
            throw failure == null ? new TransportException("no transport reached the server", null) : failure;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while connecting", e);
        } finally {
            over = true;
            lock.unlock();
        }
    }

    private void attempt(Transport transport) {
        MtprotoClient client = null;
        try {
            client = MtprotoClient.connect(settings, transport, key, salt);
            if (key != null) {
                prove(client);
            }
            finish(client);
        } catch (RuntimeException e) {
            if (client != null) {
                client.close();
            }
            fail(e);
        }
    }

    /** Has a ping answered: a connection alone proves nothing. */
    private void prove(MtprotoClient client) {
        long id = ByteBuffer.wrap(settings.crypto().random().nextBytes(Long.BYTES))
                .getLong();
        try {
            client.invoke(new Ping(id)).get(settings.answerTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MtprotoException cause
                    ? cause
                    : new TransportException("the ping failed", e.getCause());
        } catch (TimeoutException e) {
            throw new TransportException("the server did not answer a ping in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while connecting", e);
        }
    }

    private void finish(MtprotoClient client) {
        lock.lock();
        try {
            if (winner == null && !over) {
                winner = client;
                changed.signalAll();
                return;
            }
        } finally {
            lock.unlock();
        }
        client.close();
    }

    private void fail(RuntimeException e) {
        lock.lock();
        try {
            failed++;
            failure = e;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
