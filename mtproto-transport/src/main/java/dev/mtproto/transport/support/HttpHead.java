package dev.mtproto.transport.support;

import dev.mtproto.api.TransportException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final int MOST_DIGITS = 9;
    private static final String LINE_END = "\r\n";

    /**
     * Reads a head.
     *
     * @param head the bytes up to the empty line
     */
    static HttpHead parse(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(LINE_END);
        int first = text.indexOf(' ');
        if (first < 0 || first > end) {
            throw malformed("first line");
        }
        int second = text.indexOf(' ', first + 1);
        boolean three = second >= 0 && second < end;
        List<Field> fields = new ArrayList<>(8);
        int start = end + LINE_END.length();
        for (int next = text.indexOf(LINE_END, start); next > start; next = text.indexOf(LINE_END, start)) {
            fields.add(field(text, start, next, fields.size()));
            start = next + LINE_END.length();
        }
        return new HttpHead(
                text.substring(0, first),
                text.substring(first + 1, three ? second : end),
                three ? text.substring(second + 1, end) : "",
                Collections.unmodifiableList(fields));
    }

    private static Field field(String text, int start, int end, int before) {
        int colon = text.indexOf(':', start);
        if (colon <= start || colon >= end || !isName(text, start, colon) || hasControl(text, start, end)) {
            throw malformed("header field");
        }
        if (before == MOST_FIELDS) {
            throw malformed("number of header fields");
        }
        String name = text.substring(start, colon).toLowerCase(Locale.ROOT);
        return new Field(name, text.substring(colon + 1, end).strip());
    }

    /** Returns the values of a field, joined by commas as the rules of HTTP allow; empty where there is none. */
    public String value(String name) {
        String joined = null;
        for (Field field : fields) {
            if (field.name().equals(name)) {
                joined = joined == null ? field.value() : joined + "," + field.value();
            }
        }
        return joined == null ? "" : joined;
    }

    /** Tells whether a field is there. */
    public boolean has(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a comma-separated field lists a word, in any case. */
    public boolean lists(String name, String word) {
        String value = value(name);
        if (value.indexOf(',') < 0) {
            return value.equalsIgnoreCase(word);
        }
        for (String part : value.split(",", -1)) {
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
        int status = number(second, 3);
        if (!first.startsWith("HTTP/1.") || status < 100 || status > 599) {
            throw malformed("status line");
        }
        return status;
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
        int length = number(value("content-length"), MOST_DIGITS);
        if (length < 0) {
            throw malformed("Content-Length");
        }
        return OptionalInt.of(length);
    }

    static TransportException malformed(String what) {
        return new TransportException("a malformed HTTP " + what, null);
    }

    /** Reads a number of 1 to so many digits; -1 if it is none. */
    private static int number(String text, int most) {
        int number = text.isEmpty() || text.length() > most ? -1 : 0;
        for (int i = 0; i < text.length() && number >= 0; i++) {
            char c = text.charAt(i);
            number = c < '0' || c > '9' ? -1 : 10 * number + c - '0';
        }
        return number;
    }

    private static boolean isName(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || "(),/:;<=>?@[\\]{}\"".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasControl(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }
}
