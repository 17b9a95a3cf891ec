package dev.mtproto.session.message;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import java.util.Arrays;

/**
 * The ids of the messages received last in a session, the highest {@code capacity} of them, with their seq_nos. Once it is
 * full, an id below all of them cannot be told from a repeat and is too old.
 *
 * <p>Sorted arrays without boxes; a new id is mostly the highest and then costs no move.
 *
 * @see <a href="https://core.telegram.org/mtproto/security_guidelines#checking-msg-id">Checking msg_id</a>
 */
@Enforces(Check.D1)
final class ReplayFilter {

    /** What an id is. */
    enum Verdict {
        /** Not seen. */
        NEW,
        /** Seen. */
        KNOWN,
        /** Below everything that is remembered. */
        TOO_OLD
    }

    private static final int FIRST_LENGTH = 8;

    private final int capacity;
    /** How long the arrays get: the longer, the more seldom the ids in them are moved to the front. */
    private final int most;

    private final boolean detailed;
    private long[] keys;
    private int[] seqNos;
    private long[] contents;
    private int start;
    private int end;

    /**
     * Makes a filter that remembers nothing yet.
     *
     * @param capacity how many ids it remembers
     * @param detailed whether it remembers seq_nos and contents too, which only a server asks for
     */
    ReplayFilter(int capacity, boolean detailed) {
        this.capacity = capacity;
        this.most = capacity + Math.max(1, capacity / 8);
        this.detailed = detailed;
        int length = Math.min(most, FIRST_LENGTH);
        keys = new long[length];
        seqNos = new int[detailed ? length : 0];
        contents = new long[detailed ? length : 0];
    }

    Verdict check(long msgId) {
        if (find(msgId) >= 0) {
            return Verdict.KNOWN;
        }
        return isFull() && key(msgId) < keys[start] ? Verdict.TOO_OLD : Verdict.NEW;
    }

    /**
     * Remembers an id that {@link #check} found new; the lowest one goes when there are too many.
     *
     * @param content what tells a container from another one under its id, 0 for other messages
     */
    void remember(long msgId, int seqNo, long content) {
        if (isFull()) {
            start++;
        }
        if (end == keys.length) {
            makeRoom();
        }
        int index = -find(msgId) - 1;
        int behind = end - index;
        if (behind > 0) {
            System.arraycopy(keys, index, keys, index + 1, behind);
        }
        keys[index] = key(msgId);
        if (detailed) {
            System.arraycopy(seqNos, index, seqNos, index + 1, behind);
            System.arraycopy(contents, index, contents, index + 1, behind);
            seqNos[index] = seqNo;
            contents[index] = content;
        }
        end++;
    }

    /** Returns the content that is remembered for a known id. */
    long content(long msgId) {
        return contents[find(msgId)];
    }

    /** Returns the seq_no of the highest known id below a new one, the least {@code long} if there is none. */
    long seqNoBelow(long msgId) {
        int index = -find(msgId) - 1;
        return index > start ? seqNos[index - 1] : Long.MIN_VALUE;
    }

    /** Returns the seq_no of the lowest known id above a new one, the greatest {@code long} if there is none. */
    long seqNoAbove(long msgId) {
        int index = -find(msgId) - 1;
        return index < end ? seqNos[index] : Long.MAX_VALUE;
    }

    void clear() {
        start = 0;
        end = 0;
    }

    private boolean isFull() {
        return end - start == capacity;
    }

    /** Returns the index of an id, or minus one minus the index at which it would stand. */
    private int find(long msgId) {
        long key = key(msgId);
        return start == end || keys[end - 1] < key ? -end - 1 : Arrays.binarySearch(keys, start, end, key);
    }

    /** Ids are unsigned; with the highest bit turned they sort as signed numbers. */
    private static long key(long msgId) {
        return msgId ^ Long.MIN_VALUE;
    }

    /** Moves the ids to the front of the arrays, into longer ones while there is room to grow. */
    private void makeRoom() {
        int size = end - start;
        int length = Math.min(most, 2 * keys.length);
        keys = moved(keys, length);
        if (detailed) {
            contents = moved(contents, length);
            seqNos = length > seqNos.length ? Arrays.copyOf(seqNos, length) : seqNos;
            System.arraycopy(seqNos, start, seqNos, 0, size);
        }
        start = 0;
        end = size;
    }

    private long[] moved(long[] array, int length) {
        long[] target = length > array.length ? new long[length] : array;
        System.arraycopy(array, start, target, 0, end - start);
        return target;
    }
}
