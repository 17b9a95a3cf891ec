package dev.mtproto.session.message;

/** A TL {@code bytes} value in place. */
final class TlBytesSlice {

    private static final int LONG_FORM = 254;

    private TlBytesSlice() {}

    /** Returns the length of the content of a value that fills the slice exactly, -1 if the slice is none. */
    static int contentLength(byte[] array, int offset, int length) {
        if (length < 4) {
            return -1;
        }
        int first = array[offset] & 0xff;
        if (first > LONG_FORM) {
            return -1;
        }
        int content = first < LONG_FORM ? first : WireBytes.getInt(array, offset) >>> 8;
        int head = headLength(array, offset);
        return head + content + (-(head + content) & 3) == length ? content : -1;
    }

    /** Returns the number of bytes in front of the content. */
    static int headLength(byte[] array, int offset) {
        return (array[offset] & 0xff) < LONG_FORM ? 1 : 4;
    }
}
