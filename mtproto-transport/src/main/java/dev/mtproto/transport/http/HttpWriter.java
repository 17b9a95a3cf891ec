package dev.mtproto.transport.http;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.transport.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes heads that differ in nothing but the length of the body, each with the body behind it. */
final class HttpWriter {

    private static final int LONGEST_LENGTH = 10;
    private static final int LONGEST_TOGETHER = 1 << 14;
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final int prefixLength;
    private byte[] together;

    /** @param lines the lines of the head, Content-Length left out */
    HttpWriter(String... lines) {
        byte[] prefix = (String.join("\r\n", lines) + "\r\nContent-Length: ").getBytes(StandardCharsets.ISO_8859_1);
        prefixLength = prefix.length;
        together = Arrays.copyOf(prefix, prefixLength + LONGEST_LENGTH + END.length);
    }

    /** Writes head and body, a short body in one piece with the head. */
    void write(PacketBuffer body, ByteSink below) {
        int end = head(body.length());
        if (body.length() > LONGEST_TOGETHER) {
            below.accept(together, 0, end);
            below.accept(body.array(), body.offset(), body.length());
            return;
        }
        if (end + body.length() > together.length) {
            together = Arrays.copyOf(together, end + Math.max(body.length(), Math.min(2 * end, LONGEST_TOGETHER)));
        }
        System.arraycopy(body.array(), body.offset(), together, end, body.length());
        below.accept(together, 0, end + body.length());
    }

    private int head(int length) {
        int digits = 1;
        for (int rest = length / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int end = prefixLength + digits;
        for (int i = end - 1, rest = length; i >= prefixLength; i--, rest /= 10) {
            together[i] = (byte) ('0' + rest % 10);
        }
        System.arraycopy(END, 0, together, end, END.length);
        return end + END.length;
    }
}
