package dev.mtproto.testkit;

import dev.mtproto.tl.api.UpdatesGetState;
import dev.mtproto.tl.api.UpdatesState;
import java.util.Optional;

/** Answers the state of the updates: nothing ever happened. */
final class UpdatesMethods implements RpcHandler {

    private static final UpdatesState START = new UpdatesState(1, 0, 1, 1, 0);

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        return call.function() instanceof UpdatesGetState ? Optional.of(RpcReply.of(START)) : Optional.empty();
    }
}
