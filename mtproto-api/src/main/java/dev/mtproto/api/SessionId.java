package dev.mtproto.api;

/**
 * Identifies a session: 64 random bits that the client draws; 0 is not used.
 *
 * @param value the 8 wire bytes, read as a little-endian number
 */
public record SessionId(long value) {

    /** Returns the 8 bytes in wire order, as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return WireHex.of(value);
    }
}
