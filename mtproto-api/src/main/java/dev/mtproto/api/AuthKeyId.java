package dev.mtproto.api;

/**
 * Identifies an authorization key: the low 64 bits of its SHA-1, as they stand on the wire.
 *
 * @param value the 8 wire bytes, read as a little-endian number
 */
public record AuthKeyId(long value) {

    /** Returns the 8 bytes in wire order, as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return WireHex.of(value);
    }
}
