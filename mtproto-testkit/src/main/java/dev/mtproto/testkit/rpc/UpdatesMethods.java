package dev.mtproto.testkit.rpc;

import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import java.util.Optional;

/** Answers the state of the updates: nothing ever happened. */
public final class UpdatesMethods implements RpcHandler {

    private static final UpdatesState START = new UpdatesState(1, 0, 1, 1, 0);

    /** Makes it. */
    public UpdatesMethods() {}

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        return call.function() instanceof UpdatesGetState ? Optional.of(RpcReply.of(START)) : Optional.empty();
    }
}
