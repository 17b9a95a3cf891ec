package dev.mtproto.transport.support;

/** Unsigned big-endian numbers of two bytes, as TLS, WebSocket and SOCKS write them. */
public final class BigEndian {

    private BigEndian() {}

    /** Reads two bytes. */
    public static int read16(byte[] data, int offset) {
        return (data[offset] & 0xff) << 8 | (data[offset + 1] & 0xff);
    }

    /** Writes two bytes. */
    public static void write16(byte[] data, int offset, int value) {
        data[offset] = (byte) (value >>> 8);
        data[offset + 1] = (byte) value;
    }
}
