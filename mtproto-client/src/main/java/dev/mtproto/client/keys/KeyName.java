package dev.mtproto.client.keys;

import dev.mtproto.api.DataCenter;
import java.util.regex.Pattern;

/**
 * Names a server in a store of keys.
 *
 * @param value 1 to 64 letters, digits and {@code . : _ -}, all ASCII
 */
public record KeyName(String value) implements Comparable<KeyName> {

    /** The longest name, in characters. */
    static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1," + LONGEST + "}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if it is another
     */
    public KeyName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("the name of a key has 1 to 64 letters, digits and . : _ -, not: "
                    + value.length() + " characters");
        }
    }

    /**
     * Names a data centre by its number and kind, such as {@code dc2} or {@code dc2-test-media}; its addresses do not count.
     */
    public static KeyName of(DataCenter server) {
        return new KeyName("dc" + server.id() + (server.test() ? "-test" : "") + (server.media() ? "-media" : ""));
    }

    @Override
    public int compareTo(KeyName other) {
        return value.compareTo(other.value);
    }

    /** Returns the name itself. */
    @Override
    public String toString() {
        return value;
    }
}
