package dev.mtproto.api;

/**
 * Identifies an RSA key of a server: the last 8 bytes of the SHA-1 over its TL form.
 *
 * @param value the 8 wire bytes, read as a little-endian number
 */
public record Fingerprint(long value) {

    /** Returns the 8 bytes in wire order, as 16 hexadecimal digits. */
    @Override
    public String toString() {
        return WireHex.of(value);
    }
}
