package dev.mtproto.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/** Writes the few DER types that RSA keys are made of. */
final class DerWriter {

    private DerWriter() {}

    static byte[] sequence(byte[]... parts) {
        return element(0x30, concat(parts));
    }

    static byte[] octetString(byte[] content) {
        return element(0x04, content);
    }

    static byte[] bitString(byte[] content) {
        return element(0x03, concat(new byte[1], content));
    }

    static byte[] integer(BigInteger number) {
        return element(0x02, number.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return concat(head, content);
    }

    /** Joins the parts. */
    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }
}
