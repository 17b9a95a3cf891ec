package dev.mtproto.client;

import dev.mtproto.api.UnansweredException;
import dev.mtproto.session.engine.Outcome;
import dev.mtproto.session.engine.Reason;
import dev.mtproto.session.engine.Request;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.TlWriter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A function on its way, and the future of its result.
 *
 * @param <R> the type of the result
 */
final class Call<R> extends CompletableFuture<R> {

    private final TlFunction<R> function;
    private final CallOptions options;
    private final byte[] query;
    final long startedAt = System.nanoTime();
    /** The number that it has with the engine; set under the client's lock. */
    long id;
    /** When it times out, in milliseconds of {@link System#nanoTime}: a clock that is put right ends no call. */
    long deadline = Long.MAX_VALUE;

    boolean timedOut;
    private volatile boolean ended;

    Call(TlFunction<R> function, CallOptions options) {
        this.function = function;
        this.options = options;
        TlWriter writer = new TlWriter();
        function.writeTo(writer);
        this.query = writer.take();
    }

    /** Notes that it has its outcome, of which its future is told soon. */
    void markEnded() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    CallOptions options() {
        return options;
    }

    byte[] query() {
        return query;
    }

    /** Returns it as an engine takes it. The calls that it follows are those that this client made. */
    Request request() {
        Request request = Request.of(query);
        if (options.repeatable()) {
            request = request.repeatable();
        }
        if (options.received().isPresent()) {
            request = request.withQuickAck();
        }
        return request.after(options.after().stream()
                .filter(call -> call instanceof Call<?>)
                .map(call -> ((Call<?>) call).id)
                .toList());
    }

    /**
     * Ends it.
     *
     * @param outcome how
     * @param schema reads what a result holds
     * @param lastFailure what happened to the connection last
     */
    void end(Outcome outcome, TlSchema schema, @Nullable Throwable lastFailure) {
        if (outcome instanceof Outcome.Answered answered) {
            byte[] result = answered.result();
            try {
                complete(function.readResult(TlReader.lending(result, schema)));
            } catch (RuntimeException e) {
                completeExceptionally(e);
            }
        } else if (outcome instanceof Outcome.Refused refused) {
            completeExceptionally(refused.error());
        } else {
            completeExceptionally(unanswered(outcome, lastFailure));
        }
    }

    private UnansweredException unanswered(Outcome outcome, @Nullable Throwable lastFailure) {
        if (outcome instanceof Outcome.NeverSent never) {
            return unanswered(UnansweredException.Delivery.NEVER_SENT, never.reason(), lastFailure);
        }
        return outcome instanceof Outcome.AcknowledgedUnanswered acknowledged
                ? unanswered(UnansweredException.Delivery.ACKNOWLEDGED, acknowledged.reason(), lastFailure)
                : unanswered(
                        UnansweredException.Delivery.UNACKNOWLEDGED,
                        ((Outcome.SentUnacknowledged) outcome).reason(),
                        lastFailure);
    }

    private UnansweredException unanswered(
            UnansweredException.Delivery delivery, Reason reason, @Nullable Throwable lastFailure) {
        return new UnansweredException(delivery, timedOut ? "its time is over" : words(reason), lastFailure);
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case CLOSED -> "the client was closed";
            case CANCELLED -> "the caller cancelled it";
            case TOO_MANY -> "too many queries wait for an answer";
            case TOO_LARGE -> "no packet can hold it";
            case RESEND_LIMIT -> "it was sent as often as is allowed";
            case UNCERTAIN -> "whether the server ran it cannot be found out, and it may not run twice";
            case KEY_LOST -> "the server does not know the auth key any more";
            case PREDECESSOR -> "a query that it follows did not succeed";
            case BROKEN_ANSWER -> "the answer cannot be unpacked";
        };
    }
}
