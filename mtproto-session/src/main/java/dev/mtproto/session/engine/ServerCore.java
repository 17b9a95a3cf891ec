package dev.mtproto.session.engine;

import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a server's engine share. */
final class ServerCore {

    private static final long ACK_DELAY = 1_000;
    private static final int MOST_DUE = 8192;
    private static final int RESULT_HEAD = 12;

    /**
     * A message to be sent for the first time.
     *
     * @param body the object
     * @param contentRelated whether it has to be acknowledged
     * @param queryId the msg_id of the query that it answers; 0 for none
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Due(byte[] body, boolean contentRelated, long queryId) {}

    final EncryptedSession session;
    final Ticker ticker;
    final ArrayDeque<ServerEvent> events = new ArrayDeque<>(2);
    final ReceivedIds received = new ReceivedIds();
    final QueryTable queries = new QueryTable(received);
    final AckQueue acks = new AckQueue(ACK_DELAY);
    final Unacknowledged unacknowledged = new Unacknowledged();
    /** Messages to be sent for the first time. */
    private final ArrayDeque<Due> due = new ArrayDeque<>(2);
    /** Messages to be sent again. */
    final Set<Unacknowledged.Stored> again = new LinkedHashSet<>(2);

    private int contentSent;
    private long waitingBytes;

    ServerCore(EncryptedSession session, InstantSource source) {
        this.session = session;
        this.ticker = new Ticker(source);
    }

    long serverSeconds() {
        return Math.floorDiv(session.clock().millis(), 1000L);
    }

    void send(TlObject object) {
        send(written(object), false, 0);
    }

    void send(byte[] body, boolean contentRelated, long queryId) {
        if (contentRelated || due.size() < MOST_DUE) {
            queue(new Due(body, contentRelated, queryId), false);
        }
    }

    /** Has a message wait for the next packet, as the first in it or as the last. */
    void queue(Due message, boolean asFirst) {
        waitingBytes += message.body().length;
        if (asFirst) {
            due.addFirst(message);
        } else {
            due.add(message);
        }
    }

    /** Returns the message that goes out next; null if there is none. */
    @Nullable
    Due next() {
        return due.peek();
    }

    Due takeNext() {
        Due taken = due.remove();
        waitingBytes -= taken.body().length;
        return taken;
    }

    int dueCount() {
        return due.size();
    }

    long waitingBytes() {
        return waitingBytes;
    }

    /** Forgets the messages that are of no use on another connection. */
    void forgetService() {
        due.removeIf(message -> !message.contentRelated());
        waitingBytes = due.stream().mapToLong(message -> message.body().length).sum();
    }

    void fail(long queryId, int code, String text) {
        answer(queryId, written(new RpcError(code, text)));
    }

    /** Takes the boxed result of a query that runs; without effect for another one. Returns its length as it is sent. */
    int answer(long queryId, byte[] result) {
        if (queries.find(queryId, QueryTable.State.SUCCEEDED) != QueryTable.State.RUNNING) {
            return 0;
        }
        boolean failed = new TlReader(result, 0, result.length).readInt() == RpcError.ID;
        queries.put(queryId, failed ? QueryTable.State.FAILED : QueryTable.State.SUCCEEDED);
        byte[] message = result(queryId, result);
        send(message, true, queryId);
        acks.remove(queryId); // the answer acknowledges it
        return message.length - RESULT_HEAD;
    }

    /** Has a message sent again if it is still there. */
    boolean sendAgain(long msgId) {
        Unacknowledged.Stored stored = unacknowledged.find(msgId);
        if (stored != null) {
            sendAgain(List.of(stored));
        }
        return stored != null;
    }

    /** Has messages sent again. */
    void sendAgain(Collection<Unacknowledged.Stored> messages) {
        if (!messages.isEmpty()) {
            again.addAll(messages);
        }
    }

    int nextContentSeqNo() {
        return 2 * contentSent++ + 1;
    }

    byte[] result(long queryId, byte[] boxed) {
        byte[] shorter = Packing.shorter(boxed);
        TlWriter writer = new TlWriter(RESULT_HEAD + shorter.length);
        writer.writeConstructorId(RpcResult.ID);
        writer.writeLong(queryId);
        writer.raw(shorter, 0, shorter.length);
        return writer.take();
    }

    static byte[] written(TlObject object) {
        TlWriter writer = new TlWriter();
        object.writeTo(writer);
        return writer.take();
    }
}
