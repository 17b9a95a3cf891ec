package dev.mtproto.testkit.server;

import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.schema.AuthDropTempAuthKeys;
import java.util.Optional;

/** Answers {@code auth.dropTempAuthKeys}. */
final class DropMethod implements RpcHandler {

    private final KeyTable keys;

    DropMethod(KeyTable keys) {
        this.keys = keys;
    }

    @Override
    public Optional<RpcReply> handle(RpcCall call) {
        if (!(call.function() instanceof AuthDropTempAuthKeys request)) {
            return Optional.empty();
        }
        ServerKey key = keys.find(call.key().value());
        if (key != null) {
            keys.dropOthers(key, request.exceptAuthKeys());
        }
        return Optional.of(RpcReply.of(true));
    }
}
