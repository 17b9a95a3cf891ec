package dev.mtproto.client.files;

import dev.mtproto.api.MtprotoException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for the answers of calls. */
final class Answers {

    private Answers() {}

    /**
     * Waits for an answer.
     *
     * @throws MtprotoException what the call failed with
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    static <R> R await(CompletableFuture<R> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** Tells whether an answer is there. */
    static boolean isThere(CompletableFuture<?> call) {
        return call.isDone() && !call.isCompletedExceptionally();
    }
}
