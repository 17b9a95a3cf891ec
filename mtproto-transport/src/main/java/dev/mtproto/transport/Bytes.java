package dev.mtproto.transport;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers in byte arrays. */
final class Bytes {

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    static int readInt(byte[] data, int offset) {
        return (int) LITTLE.get(data, offset);
    }

    static void writeInt(byte[] data, int offset, int value) {
        LITTLE.set(data, offset, value);
    }
}
