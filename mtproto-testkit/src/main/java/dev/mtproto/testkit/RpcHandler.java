package dev.mtproto.testkit;

import dev.mtproto.api.RpcException;
import java.util.Optional;

/**
 * Answers functions. Called by threads that do nothing else, several at a time: it may take its time, and the queries of a
 * session overtake one another unless the client has wrapped them in {@code invokeAfterMsg}.
 */
@FunctionalInterface
public interface RpcHandler {

    /**
     * Answers a query.
     *
     * @param call the query
     * @return the result, or {@linkplain RpcReply#later a later one}; empty if this handler does not know the function, and the next one is asked
     * @throws RpcException to answer with an error
     */
    Optional<RpcReply> handle(RpcCall call);
}
