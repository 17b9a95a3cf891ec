package dev.mtproto.testkit;

import dev.mtproto.api.RpcException;
import java.util.Optional;

/**
 * Answers functions. Called by the threads of the connections, several at a time; while it works the other queries of that
 * connection wait.
 */
@FunctionalInterface
public interface RpcHandler {

    /**
     * Answers a query.
     *
     * @param call the query
     * @return the result; empty if this handler does not know the function, and the next one is asked
     * @throws RpcException to answer with an error
     */
    Optional<RpcReply> handle(RpcCall call);
}
