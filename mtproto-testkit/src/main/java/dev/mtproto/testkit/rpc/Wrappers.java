package dev.mtproto.testkit.rpc;

import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionException;
import dev.mtproto.session.message.Gzip;
import dev.mtproto.session.message.SessionLimits;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InputClientProxy;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.JSONValue;

/**
 * What was around a function. Wrappers are taken off one by one, so that an unknown function inside them can still be named;
 * {@code invokeAfterMsg}, always the outermost one, is gone before.
 *
 * @param layer the layer that was named, 0 if none was
 * @param withoutUpdates whether {@code invokeWithoutUpdates} was among them
 * @param inside placed at the function
 * @see <a href="https://core.telegram.org/api/invoking">Calling methods</a>
 */
record Wrappers(int layer, boolean withoutUpdates, TlReader inside) {

    private static final int MOST = 16;
    private static final int INIT_TEXTS = 6;

    /**
     * Takes the wrappers off.
     *
     * @param query the query with its id
     * @param schema what it is read with
     */
    static Wrappers takeOff(byte[] query, TlSchema schema) {
        TlReader reader = TlReader.lending(query, schema);
        int layer = 0;
        boolean withoutUpdates = false;
        boolean packed = false;
        for (int i = 0; i < MOST && reader.remaining() >= Integer.BYTES; i++) {
            int id = reader.peekConstructorId();
            if (id == InvokeWithLayer.ID) {
                reader.skip(4);
                layer = reader.readInt();
            } else if (id == InvokeWithoutUpdates.ID) {
                reader.skip(4);
                withoutUpdates = true;
            } else if (id == InitConnection.ID) {
                skipInit(reader);
            } else if (id == GzipPacked.ID && !packed) {
                packed = true;
                reader = unpacked(query, reader.position(), schema);
            } else {
                break;
            }
        }
        return new Wrappers(layer, withoutUpdates, reader);
    }

    private static TlReader unpacked(byte[] query, int offset, TlSchema schema) {
        try {
            byte[] inside = Gzip.unpack(query, offset, query.length - offset, SessionLimits.DEFAULT.gzipOutput());
            return TlReader.lending(inside, schema);
        } catch (SessionException e) {
            throw new RpcException(400, "INPUT_FETCH_ERROR");
        }
    }

    private static void skipInit(TlReader reader) {
        reader.skip(4);
        int flags = reader.readInt();
        reader.readInt();
        for (int i = 0; i < INIT_TEXTS; i++) {
            reader.readString();
        }
        if ((flags & 1) != 0) {
            InputClientProxy.read(reader);
        }
        if ((flags & 2) != 0) {
            JSONValue.read(reader);
        }
    }
}
