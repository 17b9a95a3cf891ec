package dev.mtproto.api;

/** Shows a 64-bit identifier as its bytes stand on the wire. */
final class WireHex {

    private WireHex() {}

    static String of(long value) {
        return String.format("%016x", Long.reverseBytes(value));
    }
}
