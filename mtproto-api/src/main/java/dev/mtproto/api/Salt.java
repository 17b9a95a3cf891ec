package dev.mtproto.api;

/**
 * A server salt: 64 bits that a server hands out and a client puts into each message.
 *
 * @param value the 8 wire bytes, read as a little-endian number
 */
public record Salt(long value) {

    /** Returns the 8 bytes in wire order, as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return WireHex.of(value);
    }
}
