package dev.mtproto.testkit;

import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;

/** The result of a function, in its boxed form. A refusal is no reply but an {@link dev.mtproto.api.RpcException}. */
@FunctionalInterface
public interface RpcReply {

    /**
     * Writes the result.
     *
     * @param writer where to
     */
    void writeTo(TlWriter writer);

    /** Replies with an object. */
    static RpcReply of(TlObject object) {
        return object::writeTo;
    }

    /** Replies with a {@code Bool}. */
    static RpcReply of(boolean value) {
        return writer -> writer.writeBool(value);
    }
}
