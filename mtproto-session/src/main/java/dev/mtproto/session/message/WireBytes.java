package dev.mtproto.session.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers inside arrays, as all of MTProto writes them. */
final class WireBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private WireBytes() {}

    static long getLong(byte[] array, int offset) {
        return (long) LONG.get(array, offset);
    }

    static int getInt(byte[] array, int offset) {
        return (int) INT.get(array, offset);
    }

    static void putLong(byte[] array, int offset, long value) {
        LONG.set(array, offset, value);
    }

    static void putInt(byte[] array, int offset, int value) {
        INT.set(array, offset, value);
    }
}
