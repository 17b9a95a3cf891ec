package dev.mtproto.session.engine;

import dev.mtproto.api.RpcException;

/** How a request ended; each has exactly one. */
public sealed interface Outcome {

    /**
     * The server answered.
     *
     * @param result the boxed result, unpacked if it was gzipped; the receiver's own array
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Answered(byte[] result) implements Outcome {
        /** Returns the length alone. */
        @Override
        public String toString() {
            return "Answered[" + result.length + " bytes]";
        }
    }

    /**
     * The server refused the query, by {@code rpc_error}.
     *
     * @param error its code, type and argument
     */
    record Refused(RpcException error) implements Outcome {}

    /**
     * The query never left: the server cannot have run it.
     *
     * @param reason why it ended
     */
    record NeverSent(Reason reason) implements Outcome {}

    /**
     * The query was sent, and nothing is known about its arrival.
     *
     * @param reason why it ended
     */
    record SentUnacknowledged(Reason reason) implements Outcome {}

    /**
     * The server has the query, and probably ran it; the answer did not come.
     *
     * @param reason why it ended
     */
    record AcknowledgedUnanswered(Reason reason) implements Outcome {}
}
