package dev.mtproto.testkit;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The result of a function, in its boxed form. A refusal is no reply but an {@link dev.mtproto.api.RpcException}. */
@FunctionalInterface
public interface RpcReply {

    /**
     * Writes the result.
     *
     * @param writer where to
     */
    void writeTo(TlWriter writer);

    /** Returns when there is something to write: at once, unless the reply is one of {@link #later}. */
    default CompletionStage<RpcReply> whenReady() {
        return CompletableFuture.completedStage(this);
    }

    /** Replies with an object. */
    static RpcReply of(TlObject object) {
        return object::writeTo;
    }

    /** Replies with a {@code Bool}. */
    static RpcReply of(boolean value) {
        return writer -> writer.writeBool(value);
    }

    /**
     * Replies when something else has come to its end; no thread waits for it.
     *
     * @param reply completed with the reply, or exceptionally: with an {@link dev.mtproto.api.RpcException} to answer with an
     *     error
     */
    static RpcReply later(CompletionStage<RpcReply> reply) {
        return new RpcReply() {
            @Override
            public void writeTo(TlWriter writer) {
                reply.toCompletableFuture().join().writeTo(writer);
            }

            @Override
            public CompletionStage<RpcReply> whenReady() {
                return reply;
            }
        };
    }
}
