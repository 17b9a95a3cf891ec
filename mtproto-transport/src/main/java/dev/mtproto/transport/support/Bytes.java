package dev.mtproto.transport.support;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian numbers in byte arrays. */
public final class Bytes {

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    /** Reads four bytes. */
    public static int readInt(byte[] data, int offset) {
        return (int) LITTLE.get(data, offset);
    }

    /** Writes four bytes. */
    public static void writeInt(byte[] data, int offset, int value) {
        LITTLE.set(data, offset, value);
    }
}
