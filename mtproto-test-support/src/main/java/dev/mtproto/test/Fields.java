package dev.mtproto.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a JSON object in the forms that vectors use: {@code *_hex} are bytes in wire order, integers are decimal
 * strings or numbers. A field that is missing or of another form fails with its name.
 *
 * @param where the place of the object, for messages
 * @param node the object
 */
public record Fields(String where, JsonNode node) {

    /** Tells whether there is a field of this name. */
    public boolean has(String name) {
        return node.has(name) && !node.get(name).isNull();
    }

    /** Returns the names of all fields, sorted. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Returns a field as it stands. */
    public JsonNode get(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException(where + " has no field " + name + ", only " + names());
        }
        return node.get(name);
    }

    /** Returns an object inside this one. */
    public Fields object(String name) {
        return new Fields(where + "/" + name, get(name));
    }

    /** Returns a field of hexadecimal digits as bytes. */
    public byte[] hex(String name) {
        return Hex.bytes(text(name));
    }

    /** Returns a field of 16 hexadecimal digits in wire order as the little-endian number. */
    public long wireLong(String name) {
        return Hex.littleEndian(text(name));
    }

    /** Returns a decimal field of up to 64 bits; what is above the range of {@code long} as an unsigned number. */
    public long decimal(String name) {
        BigInteger value = bigInteger(name);
        if (value.bitLength() > 64) {
            throw new IllegalArgumentException(where + "/" + name + " does not fit in 64 bits");
        }
        return value.longValue();
    }

    /** Returns a decimal field that fits an {@code int}. */
    public int integer(String name) {
        return Math.toIntExact(decimal(name));
    }

    /** Returns a decimal field of any size. */
    public BigInteger bigInteger(String name) {
        return new BigInteger(get(name).asText());
    }

    /** Returns a field as text; a number or truth value as it is written. */
    public String text(String name) {
        return get(name).asText();
    }

    /** Returns a truth value. */
    public boolean truth(String name) {
        JsonNode value = get(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(where + "/" + name + " is no truth value but " + value);
        }
        return value.booleanValue();
    }
}
