package dev.mtproto.transport.support;

import java.nio.charset.StandardCharsets;

/** Writes HTTP heads. */
public final class HttpText {

    private HttpText() {}

    /** Joins lines, each ended, with the empty line behind them. */
    public static byte[] head(String... lines) {
        return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Refuses text of a caller that would end a line or is not ASCII. */
    public static String checked(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("a host or path has visible ASCII characters only");
        }
        return text;
    }

    /** Writes a host and port, an IPv6 address in brackets. */
    public static String authority(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
