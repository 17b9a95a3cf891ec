package dev.mtproto.transport.mtproxy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A link to an MTProxy server, as {@code tg://proxy?server=...&port=...&secret=...} or under {@code https://t.me/proxy}.
 *
 * @param server the host name or address
 * @param port the TCP port, 1 to 65535
 * @param secret the secret
 * @see <a href="https://core.telegram.org/api/links#mtproxy-links">MTProxy links</a>
 */
public record ProxyLink(String server, int port, ProxySecret secret) {

    private static final List<String> BEGINNINGS = List.of(
            "tg://proxy?",
            "tg:proxy?",
            "https://t.me/proxy?",
            "http://t.me/proxy?",
            "https://telegram.me/proxy?",
            "http://telegram.me/proxy?",
            "t.me/proxy?");

    /** Checks server and port. */
    public ProxyLink {
        if (server.isBlank()) {
            throw new IllegalArgumentException("the link of a proxy names no server");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /**
     * Tells whether a text begins as the link of a proxy does, so that a caller can tell it from a bare secret.
     *
     * @param text the text
     */
    public static boolean isLink(String text) {
        return BEGINNINGS.stream().anyMatch(text.strip().toLowerCase(Locale.ROOT)::startsWith);
    }

    /**
     * Reads a link. Parameters that are not known are passed over.
     *
     * @param text the link
     * @throws IllegalArgumentException if it is none, or a part is missing or wrong; the message does not repeat the secret
     */
    public static ProxyLink parse(String text) {
        String link = text.strip();
        if (!isLink(link)) {
            throw new IllegalArgumentException(
                    "the link of a proxy begins with tg://proxy? or https://t.me/proxy?, this one does not");
        }
        String query = link.substring(link.indexOf('?') + 1);
        int fragment = query.indexOf('#');
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : (fragment < 0 ? query : query.substring(0, fragment)).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
            }
        }
        return new ProxyLink(
                parameter(parameters, "server"),
                port(parameter(parameters, "port")),
                ProxySecret.parse(parameter(parameters, "secret")));
    }

    /** Returns the link as {@code tg://proxy?...}. It holds the secret: not for logs. */
    public String toUri() {
        return "tg://proxy?" + query();
    }

    /** Returns the link as {@code https://t.me/proxy?...}. It holds the secret: not for logs. */
    public String toWebUri() {
        return "https://t.me/proxy?" + query();
    }

    private String query() {
        StringBuilder host = new StringBuilder();
        for (byte b : server.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:".indexOf(c) >= 0);
            host.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return "server=" + host + "&port=" + port + "&secret=" + secret.toHex();
    }

    private static String parameter(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the link of a proxy has no " + name);
        }
        return value;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the port in the link of a proxy is no number");
        }
        return Integer.parseInt(text);
    }

    /** Decodes percent signs. A plus stands for itself, as in base64. */
    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                if (i + 2 >= bytes.length || hex(bytes[i + 1]) < 0 || hex(bytes[i + 2]) < 0) {
                    throw new IllegalArgumentException("the link of a proxy has a broken percent sign");
                }
                bytes[length++] = (byte) (hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]));
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : Character.digit(digit, 16);
    }
}
