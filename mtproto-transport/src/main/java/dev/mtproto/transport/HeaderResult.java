package dev.mtproto.transport;

/** What a header said; one object per decoder, so that reading allocates nothing. */
final class HeaderResult {

    /** Length of the packet behind the header in bytes, as announced and not yet checked. */
    long length;

    /** Whether the header asks for a quick acknowledgement. */
    boolean wantsQuickAck;

    /** Whether the header is a quick acknowledgement itself, with nothing behind it. */
    boolean isQuickAck;

    /** The token of that. */
    int token;

    void packet(long newLength, boolean quickAck) {
        length = newLength;
        wantsQuickAck = quickAck;
        isQuickAck = false;
    }

    void quickAck(int newToken) {
        length = 0;
        wantsQuickAck = false;
        isQuickAck = true;
        token = newToken;
    }
}
