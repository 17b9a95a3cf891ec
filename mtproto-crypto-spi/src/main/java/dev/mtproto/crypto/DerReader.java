package dev.mtproto.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/** Reads the few DER types that RSA keys are made of. Every length is checked against what is there before it is used. */
final class DerReader {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int MAX_INTEGER = 1025;

    private final byte[] data;
    private final int end;
    private int at;

    DerReader(byte[] data) {
        this(data, 0, data.length);
    }

    private DerReader(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    DerReader sequence() {
        return content(SEQUENCE, "SEQUENCE");
    }

    DerReader octetString() {
        return content(OCTET_STRING, "OCTET STRING");
    }

    DerReader bitString() {
        DerReader inside = content(BIT_STRING, "BIT STRING");
        if (inside.at == inside.end || data[inside.at] != 0) {
            throw new IllegalArgumentException("a BIT STRING in it does not hold whole bytes");
        }
        inside.at++;
        return inside;
    }

    /** Reads a non-negative number in its shortest form. */
    BigInteger integer() {
        DerReader inside = content(INTEGER, "INTEGER");
        int length = inside.end - inside.at;
        if (length == 0 || length > MAX_INTEGER) {
            throw new IllegalArgumentException("an INTEGER in it has " + length + " bytes");
        }
        boolean padded = length > 1 && data[inside.at] == 0 && data[inside.at + 1] >= 0;
        if (data[inside.at] < 0 || padded) {
            throw new IllegalArgumentException("an INTEGER in it is negative or not in its shortest form");
        }
        return new BigInteger(data, inside.at, length);
    }

    /** Steps over exactly these bytes. */
    void expect(byte[] bytes, String problem) {
        if (end - at < bytes.length || !Arrays.equals(data, at, at + bytes.length, bytes, 0, bytes.length)) {
            throw new IllegalArgumentException(problem);
        }
        at += bytes.length;
    }

    void expectEnd() {
        if (at != end) {
            throw new IllegalArgumentException((end - at) + " bytes too many in it");
        }
    }

    private DerReader content(int tag, String name) {
        if (at == end || (data[at] & 0xff) != tag) {
            throw new IllegalArgumentException("it is not an RSA key in DER: no " + name + " at byte " + at);
        }
        at++;
        int length = length();
        if (length > end - at) {
            throw new IllegalArgumentException("it is cut off: a " + name + " of " + length + " bytes at byte " + at);
        }
        DerReader inside = new DerReader(data, at, at + length);
        at += length;
        return inside;
    }

    private int length() {
        int first = next();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7f;
        if (count < 1 || count > 3) {
            throw new IllegalArgumentException("a length in it has " + count + " bytes");
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            length = length << 8 | next();
        }
        if (length < 0x80 || length >> 8 * (count - 1) == 0) {
            throw new IllegalArgumentException("a length in it is not in its shortest form");
        }
        return length;
    }

    private int next() {
        if (at == end) {
            throw new IllegalArgumentException("it is cut off at byte " + at);
        }
        return data[at++] & 0xff;
    }
}
