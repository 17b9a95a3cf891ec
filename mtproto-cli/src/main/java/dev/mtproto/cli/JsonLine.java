package dev.mtproto.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Prints one JSON object on one line. */
final class JsonLine {

    private static final JsonFactory FACTORY = new JsonFactory();
    /** Writes the fields of the object. */
    interface Fields {
        /** Writes them between the braces. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonLine() {}

    static void print(PrintWriter out, Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
