package dev.mtproto.testkit.rpc;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.TlException;
import dev.mtproto.testkit.RpcCall;
import dev.mtproto.testkit.RpcHandler;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers queries: takes the wrappers off, reads the function, asks the handlers. Safe for use by several threads. */
public final class Calls {

    private final TlSchema schema;
    private final List<RpcHandler> handlers;
    private final Answers answers;

    /**
     * Sets it up.
     *
     * @param schema what the functions are read with
     * @param handlers who knows them; asked in this order
     */
    public Calls(TlSchema schema, List<RpcHandler> handlers) {
        this.schema = schema;
        this.handlers = List.copyOf(handlers);
        this.answers = new Answers(schema);
    }

    /**
     * Answers a query.
     *
     * @param msgId the id of the message that brought it
     * @param query the function with its id
     * @param caller who asks
     * @return completed with the answer, never exceptionally; at once, unless a handler replies later
     */
    public CompletableFuture<Answer> answer(long msgId, byte[] query, Caller caller) {
        String method = "?";
        try {
            Wrappers wrappers = Wrappers.takeOff(query, schema);
            int layer = caller.layer(wrappers.layer());
            caller.wantsUpdates(!wrappers.withoutUpdates());
            int id = wrappers.inside().peekConstructorId();
            method = answers.name(id);
            TlFunction<?> function = read(wrappers.inside(), id, layer);
            checkKey(function, caller);
            RpcReply reply = ask(new RpcCall(function, layer, msgId, caller.id(), caller.keyId()))
                    .orElseThrow(() -> unknown(id, layer));
            String named = method;
            return reply.whenReady()
                    .handle((ready, failure) -> answers.of(named, ready, failure))
                    .toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(answers.of(method, null, e));
        }
    }

    private TlFunction<?> read(TlReader reader, int id, int layer) {
        try {
            TlFunction<?> function = reader.readFunction();
            reader.expectEnd();
            return function;
        } catch (TlException e) {
            boolean unknown = e.kind() == TlException.Kind.UNKNOWN_CONSTRUCTOR
                    && e.constructorId().orElse(~id) == id;
            throw unknown ? unknown(id, layer) : e;
        }
    }

    private Optional<RpcReply> ask(RpcCall call) {
        for (RpcHandler handler : handlers) {
            Optional<RpcReply> reply = handler.handle(call);
            if (reply.isPresent()) {
                return reply;
            }
        }
        return Optional.empty();
    }

    /** A temporary key serves only what is needed to bind it, until it is bound. */
    @Enforces(Check.P3)
    private static void checkKey(TlFunction<?> function, Caller caller) {
        boolean allowed = function instanceof AuthBindTempAuthKey
                || function instanceof HelpGetConfig
                || function instanceof HelpGetNearestDc;
        if (!allowed && caller.isUnbound()) {
            throw new RpcException(401, "AUTH_KEY_PERM_EMPTY");
        }
    }

    private static RpcException unknown(int id, int layer) {
        if (NeedsLogin.contains(id)) {
            return new RpcException(401, "AUTH_KEY_UNREGISTERED");
        }
        return new RpcException(400, "INPUT_METHOD_INVALID_" + Integer.toUnsignedString(id) + "_" + layer);
    }
}
