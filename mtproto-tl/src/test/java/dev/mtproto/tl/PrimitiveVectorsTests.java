package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import dev.mtproto.tl.schema.ResPQ;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PrimitiveVectorsTests {

    private static final Pattern GENERATOR = Pattern.compile("byte i = \\((\\d+)\\*i \\+ (length|\\d+)\\) mod 256");

    @TestFactory
    Stream<DynamicTest> everyEntry() {
        return VectorEntries.of("tl_primitives.json")
                .map(entry -> dynamicTest(
                        entry.get("name").asText(), () -> check(entry.get("inputs"), entry.get("outputs"))));
    }

    private static void check(JsonNode inputs, JsonNode outputs) throws NoSuchAlgorithmException {
        if (inputs.has("inputs_hex")) {
            checkErrors(inputs, outputs);
        } else if (inputs.has("auth_key_id")) {
            checkPlainResPQ(inputs, outputs);
        } else if (inputs.has("value_generator")) {
            checkGenerated(inputs, outputs);
        } else if (inputs.get("type").asText().startsWith("Vector ")) {
            checkVector(inputs, outputs);
        } else {
            checkValue(inputs.get("type").asText(), inputs.get("value").asText(), encoded(outputs));
        }
    }

    private static void checkValue(String type, String value, byte[] encoded) {
        TlWriter writer = new TlWriter(0);
        TlReader reader = new TlReader(encoded, 0, encoded.length);
        switch (type) {
            case "int" -> {
                writer.writeInt(Integer.parseInt(value));
                assertEquals(Integer.parseInt(value), reader.readInt());
            }
            case "#" -> {
                writer.writeInt(Integer.parseUnsignedInt(value));
                assertEquals(Integer.parseUnsignedInt(value), reader.readInt());
            }
            case "long" -> {
                writer.writeLong(Long.parseLong(value));
                assertEquals(Long.parseLong(value), reader.readLong());
            }
            case "double" -> {
                writer.writeDouble(parseDouble(value));
                assertEquals(parseDouble(value), reader.readDouble());
            }
            case "Bool" -> {
                writer.writeBool(Boolean.parseBoolean(value));
                assertEquals(Boolean.parseBoolean(value), reader.readBool());
            }
            case "string" -> {
                writer.writeString(value);
                assertEquals(value, reader.readString());
            }
            case "bytes" -> {
                writer.writeBytes(VectorEntries.hex(value));
                assertArrayEquals(VectorEntries.hex(value), reader.readBytes());
            }
            case "int128" -> {
                writer.writeInt128(Int128.of(VectorEntries.hex(value)));
                assertEquals(Int128.of(VectorEntries.hex(value)), reader.readInt128());
            }
            case "int256" -> {
                writer.writeInt256(Int256.of(VectorEntries.hex(value)));
                assertEquals(Int256.of(VectorEntries.hex(value)), reader.readInt256());
            }
            default -> fail("a form of entry that this test does not know: " + type);
        }
        reader.expectEnd();
        assertArrayEquals(encoded, writer.toByteArray());
    }

    /** {@code Vector n}: a header for n elements, and those that the entry lists. */
    private static void checkVector(JsonNode inputs, JsonNode outputs) {
        int count = Integer.parseInt(inputs.get("type").asText().substring("Vector ".length()));
        byte[] encoded = encoded(outputs);
        List<Long> elements = new ArrayList<>();
        inputs.get("value").forEach(element -> elements.add(Long.parseLong(element.asText())));
        boolean longs = !elements.isEmpty() && encoded.length == 8 + 8 * elements.size();
        TlWriter writer = new TlWriter();
        if (elements.size() == count) {
            writer.writeVector(elements, longs ? TlWriter::writeLong : (w, element) -> w.writeInt(element.intValue()));
            TlReader reader = new TlReader(encoded, 0, encoded.length);
            assertEquals(elements, reader.readVector(4, longs ? TlReader::readLong : r -> (long) r.readInt()));
            reader.expectEnd();
        } else {
            writer.writeConstructorId(TlVector.ID);
            writer.writeInt(count);
        }
        assertArrayEquals(encoded, writer.toByteArray());
    }

    private static void checkGenerated(JsonNode inputs, JsonNode outputs) throws NoSuchAlgorithmException {
        Matcher generator = GENERATOR.matcher(inputs.get("value_generator").asText());
        assertTrue(generator.matches(), "a generator that this test does not know");
        int length = inputs.get("length").asInt();
        int factor = Integer.parseInt(generator.group(1));
        int summand = generator.group(2).equals("length") ? length : Integer.parseInt(generator.group(2));
        byte[] value = new byte[length];
        for (int i = 0; i < length; i++) {
            value[i] = (byte) (factor * i + summand);
        }
        TlWriter writer = new TlWriter();
        writer.writeBytes(value);
        byte[] encoded = writer.toByteArray();
        String digits = VectorEntries.hex(encoded);
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(encoded);
        assertEquals(outputs.get("encoded_len").asInt(), encoded.length);
        assertTrue(digits.startsWith(outputs.get("encoded_head_hex").asText()));
        assertTrue(digits.endsWith(outputs.get("encoded_tail_hex").asText()));
        assertEquals(outputs.get("encoded_sha256_hex").asText(), VectorEntries.hex(sha256));
        assertArrayEquals(value, new TlReader(encoded, 0, encoded.length).readBytes());
    }

    /** A plaintext message: auth_key_id, msg_id, length, then resPQ. */
    private static void checkPlainResPQ(JsonNode inputs, JsonNode outputs) {
        List<Long> fingerprints = new ArrayList<>();
        inputs.get("fingerprints_hex").forEach(digits -> fingerprints.add(Long.parseUnsignedLong(digits.asText(), 16)));
        ResPQ resPQ = new ResPQ(
                Int128.of(VectorEntries.hex(inputs.get("nonce_hex").asText())),
                Int128.of(VectorEntries.hex(inputs.get("server_nonce_hex").asText())),
                TlBytes.of(VectorEntries.hex(inputs.get("pq_hex").asText())),
                fingerprints);
        TlWriter body = new TlWriter();
        resPQ.writeTo(body);
        TlWriter writer = new TlWriter();
        writer.writeLong(inputs.get("auth_key_id").asLong());
        writer.writeLong(Long.parseUnsignedLong(inputs.get("msg_id_hex").asText(), 16));
        writer.writeInt(body.position());
        writer.raw(body.array(), 0, body.position());
        byte[] encoded = encoded(outputs);
        assertArrayEquals(encoded, writer.toByteArray());
        TlReader reader = new TlReader(encoded, 0, encoded.length);
        reader.skip(20);
        assertEquals(resPQ, ResPQ.read(reader));
        reader.expectEnd();
    }

    private static void checkErrors(JsonNode inputs, JsonNode outputs) {
        for (int i = 0; i < inputs.get("inputs_hex").size(); i++) {
            byte[] input = VectorEntries.hex(inputs.get("inputs_hex").get(i).asText());
            String expected = outputs.get("expected").get(i).asText();
            Kind kind = expected.equals("eof") ? Kind.SHORT_INPUT : Kind.BAD_LENGTH;
            TlReader bytes = new TlReader(input, 0, input.length);
            assertEquals(kind, assertThrows(TlException.class, bytes::readBytes).kind());
            TlReader string = new TlReader(input, 0, input.length);
            assertEquals(
                    kind, assertThrows(TlException.class, string::readString).kind());
        }
    }

    private static byte[] encoded(JsonNode outputs) {
        return VectorEntries.hex(outputs.get("encoded_hex").asText());
    }

    private static double parseDouble(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
