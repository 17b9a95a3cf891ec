package dev.mtproto.testkit.rpc;

import dev.mtproto.api.RpcException;
import dev.mtproto.api.TlException;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.RpcError;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Writes the answers to queries: what the handlers replied, or what went wrong. */
final class Answers {

    private static final int MOST_BYTES = (1 << 24) - 4096;

    private final TlSchema schema;

    Answers(TlSchema schema) {
        this.schema = schema;
    }

    /**
     * Makes an answer.
     *
     * @param method the name of the function
     * @param reply the reply; null if there was a failure
     * @param failure the failure; null if there is a reply
     */
    Answer of(String method, @Nullable RpcReply reply, @Nullable Throwable failure) {
        try {
            return reply == null ? refusal(method, failure) : result(method, reply);
        } catch (RuntimeException e) {
            return refusal(method, e);
        }
    }

    /** Returns the name of a constructor or function, or its id where the schema does not have it. */
    String name(int id) {
        return schema.nameOf(id).orElseGet(() -> String.format("%08x", id));
    }

    private Answer result(String method, RpcReply reply) {
        TlWriter writer = new TlWriter();
        reply.writeTo(writer);
        if (writer.position() > MOST_BYTES) {
            throw new IllegalArgumentException("a result of " + writer.position() + " bytes fits into no packet");
        }
        String name = name(new TlReader(writer.array(), 0, writer.position()).readConstructorId());
        return new Answer(method, name, writer.take(), false);
    }

    private static Answer refusal(String method, @Nullable Throwable failure) {
        RpcError error = error(method, failure);
        TlWriter writer = new TlWriter();
        error.writeTo(writer);
        String result = "rpc_error " + error.errorCode() + " " + error.errorMessage();
        return new Answer(method, result, writer.toByteArray(), true);
    }

    private static RpcError error(String method, @Nullable Throwable failure) {
        if (failure instanceof CompletionException wrapped && wrapped.getCause() != null) {
            return error(method, wrapped.getCause());
        }
        if (failure instanceof RpcException refused) {
            String prefix = "rpc_error " + refused.code() + " ";
            return new RpcError(
                    refused.code(), String.valueOf(refused.getMessage()).substring(prefix.length()));
        }
        if (failure instanceof TlException) {
            return new RpcError(400, "INPUT_FETCH_ERROR");
        }
        System.getLogger("dev.mtproto.testkit")
                .log(System.Logger.Level.ERROR, "a handler of " + method + " failed", failure);
        return new RpcError(500, "INTERNAL");
    }
}
