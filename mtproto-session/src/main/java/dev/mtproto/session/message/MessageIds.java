package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.SessionException;
import dev.mtproto.tl.TlVector;

/** The {@code Vector<long>} of message ids in {@code msgs_ack}, {@code msgs_state_req} and their like. */
public final class MessageIds {

    /** The most ids in one message. */
    public static final int MOST = 8192;

    private static final int HEAD = 8;

    private MessageIds() {}

    /**
     * Reads a vector of ids.
     *
     * @param array holds the vector
     * @param offset the index of the first byte of its id
     * @param length how many bytes may be read; more than the vector takes is allowed
     * @return the ids
     * @throws SessionException if it is no vector (M13) or has more than 8192 elements (M16)
     */
    @Enforces({Check.M13, Check.M16})
    public static long[] read(byte[] array, int offset, int length) {
        if (length < HEAD || WireBytes.getInt(array, offset) != TlVector.ID) {
            throw new SessionException(Check.M13, "no vector of message ids");
        }
        int count = WireBytes.getInt(array, offset + 4);
        if (count < 0 || count > MOST) {
            throw new SessionException(Check.M16, "a vector of " + Integer.toUnsignedString(count) + " message ids");
        }
        if (length - HEAD < count * Long.BYTES) {
            throw new SessionException(Check.M13, "a vector of message ids that ends early");
        }
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = WireBytes.getLong(array, offset + HEAD + i * Long.BYTES);
        }
        return ids;
    }
}
