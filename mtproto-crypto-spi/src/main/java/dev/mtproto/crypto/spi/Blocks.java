package dev.mtproto.crypto.spi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Access to 8 bytes of an array at once. */
final class Blocks {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private Blocks() {}

    static long get(byte[] array, int index) {
        return (long) LONG.get(array, index);
    }

    static void set(byte[] array, int index, long value) {
        LONG.set(array, index, value);
    }

    /** Combines a block with two halves, in place. */
    static void xor(byte[] array, int index, long low, long high) {
        LONG.set(array, index, (long) LONG.get(array, index) ^ low);
        LONG.set(array, index + 8, (long) LONG.get(array, index + 8) ^ high);
    }
}
