package dev.mtproto.crypto;

import java.util.Objects;

/** Comparison of secrets, in a time that does not depend on where they differ. */
public final class ConstantTime {

    private ConstantTime() {}

    /**
     * Compares two slices of one length.
     *
     * @param a the first array
     * @param aOffset the index of its first byte
     * @param b the second array
     * @param bOffset the index of its first byte
     * @param length how many bytes
     * @return whether all are equal
     */
    public static boolean equal(byte[] a, int aOffset, byte[] b, int bOffset, int length) {
        Objects.checkFromIndexSize(aOffset, length, a.length);
        Objects.checkFromIndexSize(bOffset, length, b.length);
        int difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= a[aOffset + i] ^ b[bOffset + i];
        }
        return difference == 0;
    }

    /**
     * Compares two arrays. The lengths are not secret.
     *
     * @param a the first array
     * @param b the second array
     * @return whether they are equal
     */
    public static boolean equal(byte[] a, byte[] b) {
        return a.length == b.length && equal(a, 0, b, 0, a.length);
    }
}
