package dev.mtproto.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.HexFormat;

/**
 * One entry of a file of vectors.
 *
 * @param name its name
 * @param inputs the object {@code inputs}
 * @param outputs the object {@code outputs}
 */
record Vector(String name, JsonNode inputs, JsonNode outputs) {

    /** Tells whether the inputs have all of these keys. */
    boolean takes(String... keys) {
        return hasAll(inputs, keys);
    }

    /** Tells whether the outputs have all of these keys. */
    boolean gives(String... keys) {
        return hasAll(outputs, keys);
    }

    private static boolean hasAll(JsonNode node, String... keys) {
        for (String key : keys) {
            if (!node.has(key)) {
                return false;
            }
        }
        return true;
    }

    byte[] in(String key) {
        return bytes(inputs, key);
    }

    byte[] out(String key) {
        return bytes(outputs, key);
    }

    int inNumber(String key) {
        return Integer.parseInt(inputs.required(key).asText());
    }

    BigInteger inInteger(String key) {
        return new BigInteger(inputs.required(key).asText());
    }

    private static byte[] bytes(JsonNode node, String key) {
        return HexFormat.of().parseHex(node.required(key).asText());
    }

    /** An entry whose form nobody knows is a fault of the kit, not something to step over. */
    IllegalStateException unknownForm() {
        return new IllegalStateException("vector " + name + " has a form that the kit does not know: "
                + inputs.properties() + " -> " + outputs.properties());
    }
}
