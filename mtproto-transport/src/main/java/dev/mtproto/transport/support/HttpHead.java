package dev.mtproto.transport.support;

import dev.mtproto.api.TransportException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The head of an HTTP/1.1 request or response: three words of the first line, and the header fields.
 *
 * @param first the method, or the version
 * @param second the target, or the status
 * @param third the version, or the reason
 * @param fields the fields in order, names in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
public record HttpHead(String first, String second, String third, List<Field> fields) {

    /** A header field. */
    public record Field(String name, String value) {}

    private static final int MOST_FIELDS = 100;
    private static final String LINE_END = "\r\n";

    /**
     * Reads a head.
     *
     * @param head the bytes up to the empty line
     */
    static HttpHead parse(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        String[] lines = text.split(LINE_END, -1);
        String[] words = lines[0].split(" ", 3);
        if (words.length < 2) {
            throw malformed("first line");
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
            int colon = lines[i].indexOf(':');
            if (colon < 1 || !isName(lines[i], colon) || hasControl(lines[i]) || fields.size() == MOST_FIELDS) {
                throw malformed("header field");
            }
            String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
            fields.add(new Field(name, lines[i].substring(colon + 1).strip()));
        }
        return new HttpHead(words[0], words[1], words.length > 2 ? words[2] : "", List.copyOf(fields));
    }

    /** Returns the values of a field, joined by commas as the rules of HTTP allow; empty where there is none. */
    public String value(String name) {
        StringBuilder joined = new StringBuilder();
        for (Field field : fields) {
            if (field.name().equals(name)) {
                joined.append(joined.isEmpty() ? "" : ",").append(field.value());
            }
        }
        return joined.toString();
    }

    /** Tells whether a field is there. */
    public boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Tells whether a comma-separated field lists a word, in any case. */
    public boolean lists(String name, String word) {
        for (String part : value(name).split(",", -1)) {
            if (part.strip().equalsIgnoreCase(word)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the path of a request, also of one in the absolute form, whose scheme may be in any case. */
    public String path() {
        if (!second.regionMatches(true, 0, "http", 0, 4) || !second.contains("://")) {
            return second;
        }
        int slash = second.indexOf('/', second.indexOf("://") + 3);
        return slash < 0 ? "/" : second.substring(slash);
    }

    /** Returns the status of a response: 100 to 599. */
    public int status() {
        if (!first.startsWith("HTTP/1.") || !second.matches("[1-5][0-9][0-9]")) {
            throw malformed("status line");
        }
        return Integer.parseInt(second);
    }

    /**
     * Returns the length of the body; empty where none is named.
     *
     * @throws TransportException if it is not one plain number, or another encoding says where the body ends
     */
    public OptionalInt contentLength() {
        if (has("transfer-encoding")) {
            throw new TransportException("an HTTP body without Content-Length", null);
        }
        if (!has("content-length")) {
            return OptionalInt.empty();
        }
        String value = value("content-length");
        if (!value.matches("[0-9]{1,9}")) {
            throw malformed("Content-Length");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    static TransportException malformed(String what) {
        return new TransportException("a malformed HTTP " + what, null);
    }

    private static boolean isName(String line, int end) {
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (c <= ' ' || c >= 0x7f || "(),/:;<=>?@[\\]{}\"".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControl(String line) {
        return line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
    }
}
