package dev.mtproto.cli;

import dev.mtproto.client.MtprotoClient;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes many small calls, a given number of them under way at a time, and takes the time of each. */
final class RoundTrips implements Consumer<MtprotoClient> {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /**
     * What came of it.
     *
     * @param inFlight how many calls were under way at a time
     * @param perSecond how many calls there were a second
     * @param cpu the CPU time that this process took for all of them
     * @param latencies how long they took
     */
    record Result(int inFlight, double perSecond, Duration cpu, Latencies latencies) {}

    private final int calls;
    private final int inFlight;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private Latencies latencies = new Latencies();
    private double perSecond;
    private Duration cpu = Duration.ZERO;

    RoundTrips(int calls, int inFlight) {
        this.calls = calls;
        this.inFlight = inFlight;
    }

    Result result() {
        return new Result(inFlight, perSecond, cpu, latencies);
    }

    @Override
    public void accept(MtprotoClient client) {
        make(client, calls / 10, new Latencies());
        latencies = new Latencies();
        Duration before = CpuTime.now();
        long start = System.nanoTime();
        make(client, calls, latencies);
        perSecond = calls * 1e9 / (System.nanoTime() - start);
        cpu = CpuTime.since(before);
    }

    private void make(MtprotoClient client, int count, Latencies times) {
        Semaphore free = new Semaphore(inFlight);
        for (int i = 0; i < count; i++) {
            acquire(free, 1);
            long start = System.nanoTime();
            client.invoke(new HelpGetNearestDc()).whenComplete((answer, thrown) -> {
                times.add(System.nanoTime() - start);
                failure.compareAndSet(null, thrown);
                free.release();
            });
        }
        acquire(free, inFlight);
    }

    private void acquire(Semaphore free, int permits) {
        try {
            if (!free.tryAcquire(permits, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failure("no answer within " + LONGEST_WAIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting for an answer");
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new Failure("a call failed: " + thrown.getMessage());
        }
    }
}
