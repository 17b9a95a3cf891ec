package dev.mtproto.client;

import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.RpcResult;
import org.jspecify.annotations.Nullable;

/** Names messages for people. */
final class MessageNames {

    private final TlSchema schema;

    MessageNames(TlSchema schema) {
        this.schema = schema;
    }

    String of(int constructorId) {
        return schema.nameOf(constructorId).orElseGet(() -> String.format("%08x", constructorId));
    }

    String of(TlObject object) {
        String name = of(object.constructorId());
        TlFunction<?> inner = inner(object);
        return inner == null ? name : name + "(" + of(inner) + ")";
    }

    /** Names a serialised object, of which the id and what stands in an rpc_result are looked at. */
    String of(byte[] body, int offset, int length) {
        TlReader reader = new TlReader(body, offset, length);
        int id = reader.readConstructorId();
        if (id != RpcResult.ID || reader.remaining() < 12) {
            return of(id);
        }
        reader.skip(8);
        return of(id) + "(" + of(reader.readConstructorId()) + ")";
    }

    private static @Nullable TlFunction<?> inner(TlObject object) {
        if (object instanceof InvokeWithLayer<?> wrapper) {
            return wrapper.query();
        }
        if (object instanceof InitConnection<?> wrapper) {
            return wrapper.query();
        }
        if (object instanceof InvokeAfterMsg<?> wrapper) {
            return wrapper.query();
        }
        if (object instanceof InvokeAfterMsgs<?> wrapper) {
            return wrapper.query();
        }
        return object instanceof InvokeWithoutUpdates<?> wrapper ? wrapper.query() : null;
    }
}
