package dev.mtproto.client;

import dev.mtproto.tl.TlFunction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function on its way, and the future of its result. The future is completed on the caller's executor, never on the
 * thread that receives.
 */
final class PendingCall<R> {

    private static final int MOST_RESENDS = 5;

    private final TlFunction<R> function;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private final Executor executor;
    private final @Nullable Runnable received;
    private int resends;

    /** @param received what to run when the server has the function; null if it is not asked to say so */
    PendingCall(TlFunction<R> function, Executor executor, @Nullable Runnable received) {
        this.function = function;
        this.executor = executor;
        this.received = received;
    }

    boolean wantsQuickAck() {
        return received != null;
    }

    void received() {
        if (received != null) {
            executor.execute(received);
        }
    }

    TlFunction<R> function() {
        return function;
    }

    CompletableFuture<R> future() {
        return future;
    }

    /** Counts one more sending; false if there were too many. */
    boolean mayBeSentAgain() {
        return resends++ < MOST_RESENDS;
    }

    /** Reads the result at once, as its bytes are about to be used again, and hands it on. */
    void complete(Function<TlFunction<R>, R> read) {
        R value;
        try {
            value = read.apply(function);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        executor.execute(() -> future.complete(value));
    }

    void fail(Throwable cause) {
        executor.execute(() -> future.completeExceptionally(cause));
    }
}
