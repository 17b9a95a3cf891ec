package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.SessionException;
import dev.mtproto.tl.TlFunction;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlSchema;
import dev.mtproto.tl.schema.GzipPacked;
import dev.mtproto.tl.schema.RpcError;
import dev.mtproto.tl.schema.RpcResult;

/**
 * Reads {@code rpc_result}: finds the query it belongs to, unpacks a gzipped result, and tells an error from a result.
 *
 * <p>Not safe for use by several threads. Holds native memory until it is closed.
 */
public final class RpcResults implements AutoCloseable {

    private static final int HEAD = 12;

    private final TlSchema schema;
    private final int mostUnpacked;
    private final GzipReader gzip = new GzipReader();

    /**
     * Makes a reader.
     *
     * @param schema the objects that may stand inside results whose type does not name them
     * @param limits bounds what a gzipped result may unpack to
     */
    public RpcResults(TlSchema schema, SessionLimits limits) {
        this.schema = schema;
        this.mostUnpacked = limits.gzipOutput();
    }

    /** Tells whether a body is an {@code rpc_result}. */
    public static boolean isResult(byte[] array, int offset, int length) {
        return length >= HEAD + 4 && WireBytes.getInt(array, offset) == RpcResult.ID;
    }

    /**
     * Returns the msg_id of the query that is answered.
     *
     * @throws SessionException (M13) if the body is no {@code rpc_result}
     */
    @Enforces(Check.M13)
    public static long requestId(byte[] array, int offset, int length) {
        if (!isResult(array, offset, length)) {
            throw new SessionException(Check.M13, "no rpc_result");
        }
        return WireBytes.getLong(array, offset + 4);
    }

    /**
     * Reads the result.
     *
     * @param array holds the body, an {@code rpc_result}
     * @param offset the index of the first byte of its id
     * @param length its length in bytes
     * @param query the query that is answered
     * @return the result
     * @throws RpcException if the result is an {@code rpc_error}
     * @throws SessionException if the body is no {@code rpc_result} (M13) or its gzip is refused (M15)
     * @throws dev.mtproto.api.TlException if the bytes are no result of the query, or something is left over behind it
     */
    @Enforces({Check.M13, Check.M15})
    public <R> R read(byte[] array, int offset, int length, TlFunction<R> query) {
        requestId(array, offset, length);
        if (WireBytes.getInt(array, offset + HEAD) != GzipPacked.ID) {
            return readPlain(array, offset + HEAD, length - HEAD, query);
        }
        gzip.endPacket();
        gzip.startPacket(mostUnpacked);
        int size = Gzip.unpack(gzip, array, offset + HEAD, length - HEAD);
        if (size >= 4 && WireBytes.getInt(gzip.output(), 0) == GzipPacked.ID) {
            throw new SessionException(Check.M15, "a gzip_packed inside another");
        }
        return readPlain(gzip.output(), 0, size, query);
    }

    private <R> R readPlain(byte[] array, int offset, int length, TlFunction<R> query) {
        TlReader reader = new TlReader(array, offset, length, schema);
        if (length >= 4 && reader.peekConstructorId() == RpcError.ID) {
            RpcError error = RpcError.read(reader);
            reader.expectEnd();
            throw new RpcException(error.errorCode(), error.errorMessage());
        }
        R result = query.readResult(reader);
        reader.expectEnd();
        return result;
    }

    @Override
    public void close() {
        gzip.close();
    }
}
