package dev.mtproto.session.engine;

import java.util.Arrays;

/** The ids of the messages received last, to answer what became of them. */
final class ReceivedIds {

    static final int NOTHING_KNOWN = 1;
    static final int NOT_RECEIVED = 2;
    static final int TOO_HIGH = 3;
    static final int RECEIVED = 4;

    private static final int MOST = 512;

    private long[] ids = {};
    private int count;
    private int next;
    private long highest;

    void add(long msgId) {
        if (next == ids.length && ids.length < MOST) {
            ids = Arrays.copyOf(ids, Math.max(4, Math.min(MOST, 2 * ids.length)));
        }
        if (next == MOST) {
            next = 0;
        }
        ids[next++] = msgId;
        count = Math.max(count, next);
        highest = Long.compareUnsigned(msgId, highest) > 0 ? msgId : highest;
    }

    boolean contains(long msgId) {
        return status(msgId) == RECEIVED;
    }

    /** Returns the low bits of the status byte for an id of the other side. */
    int status(long msgId) {
        long lowest = -1L;
        for (int i = 0; i < count; i++) {
            if (ids[i] == msgId) {
                return RECEIVED;
            }
            lowest = Long.compareUnsigned(ids[i], lowest) < 0 ? ids[i] : lowest;
        }
        if (Long.compareUnsigned(msgId, highest) > 0) {
            return TOO_HIGH;
        }
        return Long.compareUnsigned(msgId, lowest) < 0 ? NOTHING_KNOWN : NOT_RECEIVED;
    }
}
