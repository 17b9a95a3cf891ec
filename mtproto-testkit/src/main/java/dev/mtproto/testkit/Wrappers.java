package dev.mtproto.testkit;

import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InputClientProxy;
import dev.mtproto.tl.schema.InvokeAfterMsg;
import dev.mtproto.tl.schema.InvokeAfterMsgs;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.JSONValue;

/**
 * Takes the wrappers off a query one by one, so that an unknown function inside them can still be named.
 *
 * @see <a href="https://core.telegram.org/api/invoking">Calling methods</a>
 */
final class Wrappers {

    private static final int MOST = 16;
    private static final int INIT_TEXTS = 6;

    private Wrappers() {}

    /**
     * Moves a reader in front of the function that the wrappers are around.
     *
     * @param reader placed at the query
     * @return the layer that was named, 0 if none was
     */
    static int skip(TlReader reader) {
        int layer = 0;
        for (int i = 0; i < MOST && reader.remaining() >= Integer.BYTES; i++) {
            int id = reader.peekConstructorId();
            if (id == InvokeWithLayer.ID) {
                reader.skip(4);
                layer = reader.readInt();
            } else if (id == InvokeWithoutUpdates.ID) {
                reader.skip(4);
            } else if (id == InvokeAfterMsg.ID) {
                reader.skip(12);
            } else if (id == InvokeAfterMsgs.ID) {
                reader.skip(4);
                reader.readVector(Long.BYTES, TlReader::readLong);
            } else if (id == InitConnection.ID) {
                skipInit(reader);
            } else {
                break;
            }
        }
        return layer;
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
