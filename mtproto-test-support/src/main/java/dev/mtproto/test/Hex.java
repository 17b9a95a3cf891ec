package dev.mtproto.test;

import java.util.HexFormat;

/** Bytes from and to hexadecimal digits. */
public final class Hex {

    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /**
     * Reads digits; white space between them is skipped.
     *
     * @param digits an even number of hexadecimal digits
     */
    public static byte[] bytes(String digits) {
        return FORMAT.parseHex(digits.replaceAll("\\s", ""));
    }

    /** Writes bytes as lower-case digits. */
    public static String of(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** Writes a slice of an array as lower-case digits. */
    public static String of(byte[] bytes, int offset, int length) {
        return FORMAT.formatHex(bytes, offset, offset + length);
    }

    /** Reads 16 digits of wire order as the little-endian number that they stand for. */
    public static long littleEndian(String digits) {
        return Long.reverseBytes(bigEndian(digits));
    }

    /** Reads 16 digits as a big-endian number. */
    public static long bigEndian(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
