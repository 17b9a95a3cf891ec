package dev.mtproto.testkit.server;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.session.engine.ServerEngine;
import dev.mtproto.session.engine.ServerEvent;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.rpc.Answer;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.RpcError;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * The queries of a session that have no answer yet, so many at a time. They are held back while much waits for the client, who
 * has to read first. Guarded by the lock of the session, but for the running itself.
 */
@Enforces({Check.D1, Check.D6})
final class QueriesInWork {

    /**
     * A query.
     *
     * @param query the query
     * @param connection the number of the connection that brought it
     */
    record Job(ServerEvent.Query query, long connection) {}

    private static final long MOST_BYTES = 64L << 20;
    private static final RpcError TOO_MANY = new RpcError(420, "FLOOD_WAIT_1");

    private final ServerSession session;
    private final ServerEngine engine;
    private final ServerContext context;
    private final DataCenterLimits limits;
    private final ArrayDeque<Job> held = new ArrayDeque<>(2);
    private int count;
    private long bytes;

    QueriesInWork(ServerSession session, ServerEngine engine, ServerContext context) {
        this.session = session;
        this.engine = engine;
        this.context = context;
        this.limits = context.settings().limits();
    }

    void take(Job job) {
        if (count >= limits.queries() || bytes >= MOST_BYTES) {
            TlWriter refusal = new TlWriter();
            TOO_MANY.writeTo(refusal);
            engine.answer(job.query().msgId(), refusal.toByteArray());
            return;
        }
        count++;
        bytes += job.query().body().length;
        held.add(job);
        startHeld();
    }

    /** Starts what was held back, as far as the client has read on. */
    void startHeld() {
        while (!held.isEmpty() && engine.waitingBytes() < limits.outgoing()) {
            Job job = held.remove();
            context.workers().execute(() -> run(job));
        }
    }

    void ended(Job job) {
        count--;
        bytes -= job.query().body().length;
    }

    void clear() {
        held.clear();
    }

    /** An answer that comes later is taken by a worker as well: whoever completes it must not wait for a client. */
    private void run(Job job) {
        ServerEvent.Query query = job.query();
        CompletableFuture<Answer> answer = context.calls().answer(query.msgId(), query.body(), session.caller());
        if (answer.isDone()) {
            session.answer(job, answer.join());
        } else {
            var unused = answer.thenAccept(late -> context.workers().execute(() -> session.answer(job, late)));
        }
    }
}
