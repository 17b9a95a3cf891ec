package dev.mtproto.session.message;

/** One message on its way through the inbox: its ids, its body, and what it was found in. Used again for the next one. */
final class Part {

    static final int CONTAINER = 1;
    static final int COPY = 2;
    static final int GZIP = 4;

    private static final byte[] NOTHING = {};

    private long msgId;
    private int seqNo;
    private byte[] array = NOTHING;
    private int offset;
    private int length;
    private int within;

    /** Takes a message. */
    Part message(long id, int number, int found) {
        msgId = id;
        seqNo = number;
        within = found;
        return this;
    }

    /** Takes its body. */
    Part body(byte[] holder, int from, int count) {
        array = holder;
        offset = from;
        length = count;
        return this;
    }

    /** Lets go of the array. */
    void release() {
        array = NOTHING;
        length = 0;
    }

    long msgId() {
        return msgId;
    }

    int seqNo() {
        return seqNo;
    }

    byte[] array() {
        return array;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    int within() {
        return within;
    }

    boolean isWithin(int any) {
        return (within & any) != 0;
    }

    /** Tells whether the body is long enough to be an object. */
    boolean hasType() {
        return length >= 4;
    }

    /** Returns the constructor id; 0 for a body without one. */
    int type() {
        return hasType() ? WireBytes.getInt(array, offset) : 0;
    }
}
