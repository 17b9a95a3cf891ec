package dev.mtproto.transport.faketls;

import dev.mtproto.transport.support.BigEndian;
import java.util.Arrays;
import java.util.HexFormat;

/** Writes TLS structures, whose lengths stand in front of them. */
final class HelloWriter {

    private byte[] array = new byte[2048];
    private int length;

    int length() {
        return length;
    }

    HelloWriter hex(String digits) {
        return bytes(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    HelloWriter bytes(byte[] bytes) {
        array = length + bytes.length > array.length ? Arrays.copyOf(array, 2 * (length + bytes.length)) : array;
        System.arraycopy(bytes, 0, array, length, bytes.length);
        length += bytes.length;
        return this;
    }

    HelloWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    HelloWriter number(int value) {
        return bytes(new byte[] {(byte) (value >>> 8), (byte) value});
    }

    /** Writes what the body writes, with its length in two bytes in front. */
    HelloWriter counted(Runnable body) {
        int start = length;
        zeros(2);
        body.run();
        BigEndian.write16(array, start, length - start - 2);
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }
}
