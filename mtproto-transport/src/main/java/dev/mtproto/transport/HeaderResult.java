package dev.mtproto.transport;

/** What a header said; one object per decoder, so that reading allocates nothing. */
final class HeaderResult {

    /** What a header announces. */
    enum Kind {
        /** A packet that follows. */
        PACKET,
        /** Nothing follows: the header is a quick acknowledgement itself. */
        QUICK_ACK,
        /** Nothing follows: the header is an error code itself. */
        ERROR
    }

    Kind kind = Kind.PACKET;

    /** Length of the packet behind the header in bytes, its padding included, as announced and not yet checked. */
    long length;

    /** How many bytes follow the packet. */
    int trailer;

    /** Whether the length includes a padding of some bytes. */
    boolean padded;

    /** Whether the header asks for a quick acknowledgement. */
    boolean wantsQuickAck;

    /** The token or the error code where nothing follows. */
    int value;

    void packet(long newLength, boolean quickAck) {
        set(Kind.PACKET, newLength, quickAck, 0);
    }

    void quickAck(int token) {
        set(Kind.QUICK_ACK, 0, false, token);
    }

    void error(int code) {
        set(Kind.ERROR, 0, false, code);
    }

    private void set(Kind newKind, long newLength, boolean quickAck, int newValue) {
        kind = newKind;
        length = newLength;
        wantsQuickAck = quickAck;
        value = newValue;
        trailer = 0;
        padded = false;
    }
}
