package dev.mtproto.client;

import dev.mtproto.api.TlException;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.RpcResult;

/** Names messages for people: {@code invokeWithLayer(initConnection(help.getConfig))}, {@code rpc_result(config)}. */
final class MessageNames {

    private static final int INIT_CONNECTION_STRINGS = 6;
    private static final int DEEPEST = 8;

    private final TlSchema schema;

    MessageNames(TlSchema schema) {
        this.schema = schema;
    }

    /** Names a serialised object, of which no more is looked at than leads to what it wraps. */
    String of(byte[] body, int offset, int length) {
        try {
            return of(new TlReader(body, offset, length), DEEPEST);
        } catch (TlException e) {
            return "?";
        }
    }

    private String of(TlReader reader, int depth) {
        int id = reader.readConstructorId();
        String name = schema.nameOf(id).orElseGet(() -> String.format("%08x", id));
        try {
            return depth > 0 && skipToInner(id, reader) ? name + "(" + of(reader, depth - 1) + ")" : name;
        } catch (TlException e) {
            return name;
        }
    }

    private static boolean skipToInner(int id, TlReader reader) {
        switch (id) {
            case RpcResult.ID, InvokeAfterMsg.ID -> reader.skip(Long.BYTES);
            case InvokeWithLayer.ID -> reader.skip(Integer.BYTES);
            case InvokeAfterMsgs.ID -> {
                reader.skip(Integer.BYTES);
                reader.skip(Math.multiplyExact(Long.BYTES, Math.min(reader.readInt(), 1 << 20)));
            }
            case InitConnection.ID -> {
                int optional = reader.readInt();
                reader.skip(Integer.BYTES);
                for (int i = 0; i < INIT_CONNECTION_STRINGS; i++) {
                    reader.readBytes();
                }
                return optional == 0;
            }
            case InvokeWithoutUpdates.ID -> {
                return true;
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
