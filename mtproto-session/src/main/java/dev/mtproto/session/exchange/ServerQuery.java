package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.TlException;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ReqPq;
import dev.mtproto.tl.schema.ReqPqMulti;
import dev.mtproto.tl.schema.SetClientDHParams;
import java.util.Arrays;

/** A query of a key exchange. */
@SuppressWarnings("ArrayRecordComponent") // never compared
sealed interface ServerQuery {

    /** Returns the nonce, which names the exchange. */
    Int128 nonce();

    /** Returns the object's bytes, without what the client put behind it. */
    byte[] bytes();

    /** {@code req_pq} or {@code req_pq_multi}. */
    record Start(Int128 nonce, byte[] bytes) implements ServerQuery {}

    /** {@code req_DH_params}. */
    record DhParams(Int128 nonce, byte[] bytes, ReqDHParams query) implements ServerQuery {}

    /** {@code set_client_DH_params}. */
    record ClientDh(Int128 nonce, byte[] bytes, SetClientDHParams query) implements ServerQuery {}

    /** Reads the query in a message; anything else is refused. */
    @Enforces(Check.S1)
    static ServerQuery read(PlainMessage message) {
        TlReader reader = new TlReader(message.array(), message.offset(), message.length());
        try {
            switch (reader.peekConstructorId()) {
                case ReqPq.ID -> {
                    Int128 nonce = ReqPq.read(reader).nonce();
                    return new Start(nonce, bytes(message, reader));
                }
                case ReqPqMulti.ID -> {
                    Int128 nonce = ReqPqMulti.read(reader).nonce();
                    return new Start(nonce, bytes(message, reader));
                }
                case ReqDHParams.ID -> {
                    ReqDHParams query = ReqDHParams.read(reader);
                    return new DhParams(query.nonce(), bytes(message, reader), query);
                }
                case SetClientDHParams.ID -> {
                    SetClientDHParams query = SetClientDHParams.read(reader);
                    return new ClientDh(query.nonce(), bytes(message, reader), query);
                }
                default -> throw Fault.of(Check.S1, "not a query of a key exchange");
            }
        } catch (TlException e) {
            throw Fault.of(Check.S1, "a query that cannot be read: " + e.getMessage());
        }
    }

    private static byte[] bytes(PlainMessage message, TlReader reader) {
        return Arrays.copyOfRange(message.array(), message.offset(), message.offset() + reader.position());
    }
}
