package dev.mtproto.session.engine;

import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A query on its way to an engine, and how it may be treated. Immutable, but for the array it was made of. */
public final class Request {

    private final byte[] query;
    private final @Nullable RequestBody maker;
    private final boolean repeatable;
    private final boolean quickAck;
    private final List<Long> after;

    private Request(byte[] query, @Nullable RequestBody maker, boolean repeatable, boolean quickAck, List<Long> after) {
        this.query = query;
        this.maker = maker;
        this.repeatable = repeatable;
        this.quickAck = quickAck;
        this.after = after;
    }

    /** Makes a request of a generated function. */
    public static Request of(TlFunction<?> function) {
        TlWriter writer = new TlWriter();
        function.writeTo(writer);
        return of(writer.take());
    }

    /**
     * Makes a request of a query that is written already.
     *
     * @param query the function with its id, a multiple of 4 bytes; not copied
     */
    public static Request of(byte[] query) {
        if (query.length < 4 || query.length % 4 != 0) {
            throw new IllegalArgumentException("a query has a multiple of 4 bytes, 4 at least, not " + query.length);
        }
        return new Request(query, null, false, false, List.of());
    }

    /** Makes a request whose body depends on its msg_id. It goes out in a packet of its own. */
    public static Request made(RequestBody maker) {
        return new Request(new byte[0], Objects.requireNonNull(maker, "maker"), false, false, List.of());
    }

    /** Allows the server to run the query twice: it is then sent again where nobody can tell whether it ran. */
    public Request repeatable() {
        return new Request(query, maker, true, quickAck, after);
    }

    /** Wishes a quick acknowledgement from the transport. */
    public Request withQuickAck() {
        return new Request(query, maker, repeatable, true, after);
    }

    /**
     * Has the query run only after others succeeded, by {@code invokeAfterMsg}. Those that have an outcome already when this
     * request is submitted are not waited for.
     *
     * @param requestIds their numbers, as {@link SessionEngine#submit} gave them
     */
    public Request after(List<Long> requestIds) {
        return new Request(query, maker, repeatable, quickAck, List.copyOf(requestIds));
    }

    byte[] query() {
        return query;
    }

    @Nullable
    RequestBody maker() {
        return maker;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    boolean wantsQuickAck() {
        return quickAck;
    }

    List<Long> predecessors() {
        return after;
    }

    /** Returns the length alone. */
    @Override
    public String toString() {
        return "Request[" + query.length + " bytes]";
    }
}
