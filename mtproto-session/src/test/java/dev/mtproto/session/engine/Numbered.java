package dev.mtproto.session.engine;

import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.RpcError;

/** The queries of the model: each has a number, and its answer repeats it. */
final class Numbered {

    private static final int QUERY = 0x0b5e55ed;
    private static final int ANSWER = 0x7e57ab1e;
    private static final int LONG = 3000;

    private Numbered() {}

    static byte[] query(long number) {
        return write(QUERY, number, number % 5 == 0 ? LONG : 0);
    }

    static long number(byte[] query) {
        TlReader reader = new TlReader(query, 0, query.length);
        reader.expectConstructorId(QUERY);
        return reader.readLong();
    }

    static long numberOfAnswer(byte[] answer) {
        TlReader reader = new TlReader(answer, 0, answer.length);
        reader.expectConstructorId(ANSWER);
        return reader.readLong();
    }

    static byte[] answer(long number) {
        if (isRefused(number)) {
            TlWriter writer = new TlWriter();
            new RpcError(420, "FLOOD_WAIT_" + number).writeTo(writer);
            return writer.toByteArray();
        }
        return write(ANSWER, number, number % 3 == 0 ? LONG : 0);
    }

    static boolean isRefused(long number) {
        return number % 7 == 0;
    }

    private static byte[] write(int id, long number, int more) {
        TlWriter writer = new TlWriter();
        writer.writeConstructorId(id);
        writer.writeLong(number);
        writer.writeBytes(new byte[more]);
        return writer.toByteArray();
    }
}
