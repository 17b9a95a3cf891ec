package dev.mtproto.client.files;

import dev.mtproto.tl.TlFunction;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of one transfer, each again after a failure that may pass. Where the server asks to be left alone for a
 * while, all calls wait. Once it is closed, none is made any more, and those under way are cancelled.
 */
final class Attempts implements AutoCloseable {

    private static final long SECOND = 1_000_000_000;

    private final Caller caller;
    private final TransferOptions options;
    private final Timer timer;
    private final AtomicLong quietUntil;
    private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Attempts(Caller caller, TransferOptions options, Timer timer) {
        this.caller = caller;
        this.options = options;
        this.timer = timer;
        this.quietUntil = new AtomicLong(timer.nanos());
    }

    /** Returns the result, or the failure that is final. */
    <R> CompletableFuture<R> call(TlFunction<R> function) {
        CompletableFuture<R> result = new CompletableFuture<>();
        attempt(function, 1, result);
        return result;
    }

    @Override
    public void close() {
        closed = true;
        underWay.forEach(call -> call.cancel(false));
    }

    private <R> void attempt(TlFunction<R> function, int number, CompletableFuture<R> result) {
        long quiet = quietUntil.get() - timer.nanos();
        if (closed) {
            result.cancel(false);
        } else if (quiet > 0) {
            timer.after(Duration.ofNanos(quiet), () -> attempt(function, number, result));
        } else {
            invoke(function, number, result);
        }
    }

    private <R> void invoke(TlFunction<R> function, int number, CompletableFuture<R> result) {
        CompletableFuture<R> call;
        try {
            call = caller.invoke(function);
        } catch (RuntimeException e) {
            call = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<R> started = call;
        underWay.add(started);
        started.whenComplete((value, failure) -> {
            underWay.remove(started);
            if (failure == null) {
                result.complete(value);
            } else {
                failed(function, number, result, cause(failure));
            }
        });
        if (closed) {
            started.cancel(false);
        }
    }

    private <R> void failed(TlFunction<R> function, int number, CompletableFuture<R> result, Throwable failure) {
        Optional<Duration> flood = Failures.flood(failure);
        if (flood.isPresent() && flood.get().compareTo(options.longestWait()) <= 0) {
            // a second at least, so that no answer makes this a busy loop
            long end = timer.nanos() + Math.max(SECOND, flood.get().toNanos());
            quietUntil.accumulateAndGet(end, (known, asked) -> asked - known > 0 ? asked : known);
            attempt(function, number, result);
        } else if (Failures.mayPass(failure) && number < options.attempts() && !caller.isClosed()) {
            timer.after(options.pauseBefore(number + 1), () -> attempt(function, number + 1, result));
        } else {
            result.completeExceptionally(failure);
        }
    }

    private static Throwable cause(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
