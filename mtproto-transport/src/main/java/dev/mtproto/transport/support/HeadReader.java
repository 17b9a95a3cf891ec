package dev.mtproto.transport.support;

import dev.mtproto.api.TransportException;

/** Finds the end of an HTTP head in a byte stream, however it is split. The head is bounded. */
public final class HeadReader {

    /** The longest head, in bytes. */
    public static final int MOST = 8192;

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final Gathered gathered = new Gathered();
    private int matched;

    /** Makes a reader at the start of a head. */
    public HeadReader() {}

    /**
     * Takes bytes up to the end of the head.
     *
     * @return how many were taken; all of them unless the head is complete
     */
    public int feed(byte[] data, int offset, int length) {
        int count = 0;
        while (count < length && !isComplete()) {
            byte next = data[offset + count++];
            if (next == END[matched]) {
                matched++;
            } else {
                matched = next == END[0] ? 1 : 0;
            }
        }
        if (gathered.length() + count > MOST) {
            throw new TransportException("an HTTP head of more than " + MOST + " bytes", null);
        }
        gathered.fill(data, offset, count, gathered.length() + count);
        return count;
    }

    /** Tells whether the empty line has come. */
    public boolean isComplete() {
        return matched == END.length;
    }

    /** Returns the complete head, and starts anew. */
    public HttpHead head() {
        HttpHead head = HttpHead.parse(gathered.array(), gathered.length());
        gathered.clear();
        matched = 0;
        return head;
    }
}
