package dev.mtproto.cli;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.UnansweredException;
import dev.mtproto.api.UnansweredException.Delivery;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One client of a soak: makes numbered calls, some at a time, and notes how each ended. */
final class SoakClient implements Runnable {

    private static final int SIZES = 1500;

    private final int number;
    private final MtprotoClientBuilder builder;
    private final int inFlight;
    private final Semaphore free;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong uncertain = new AtomicLong();
    /** The calls that were said never to have been sent. */
    private final BitSet denied = new BitSet();

    private volatile boolean stopping;

    SoakClient(int number, MtprotoClientBuilder builder, int inFlight) {
        this.number = number;
        this.builder = builder;
        this.inFlight = inFlight;
        this.free = new Semaphore(inFlight);
    }

    @Override
    public void run() {
        try (MtprotoClient client = connect()) {
            while (!stopping) {
                free.acquire();
                call(client);
            }
            // so that what is under way can end
            if (!free.tryAcquire(inFlight, Soak.LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("calls without an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private MtprotoClient connect() throws InterruptedException {
        while (true) {
            try {
                return builder.connect();
            } catch (MtprotoException e) {
                if (stopping || Thread.interrupted()) {
                    throw new InterruptedException("stopped while connecting");
                }
            }
        }
    }

    private void call(MtprotoClient client) {
        int part = (int) sent.getAndIncrement();
        TlBytes bytes = TlBytes.of(new byte[Math.floorMod(part * 31, SIZES)]);
        CompletableFuture<Boolean> call = client.invoke(new UploadSaveFilePart(number, part, bytes));
        call.whenComplete((value, failure) -> {
            ended(part, failure);
            free.release();
        });
    }

    private void ended(int part, Throwable failure) {
        if (failure == null) {
            answered.incrementAndGet();
            return;
        }
        uncertain.incrementAndGet();
        if (failure instanceof UnansweredException unanswered && unanswered.delivery() == Delivery.NEVER_SENT) {
            synchronized (denied) {
                denied.set(part);
            }
        }
    }

    void stop() {
        stopping = true;
    }

    long sent() {
        return sent.get();
    }

    long answered() {
        return answered.get();
    }

    long uncertain() {
        return uncertain.get();
    }

    /** Returns how many calls have no end, or were said never to have been sent although the server ran them. */
    long lost(BitSet ran) {
        synchronized (denied) {
            BitSet lies = (BitSet) denied.clone();
            lies.and(ran);
            return sent() - answered() - uncertain() + lies.cardinality();
        }
    }
}
