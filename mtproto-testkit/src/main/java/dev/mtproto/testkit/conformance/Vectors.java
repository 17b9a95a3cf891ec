package dev.mtproto.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** The files of vectors: those of the folder that the system property names, else those in this module's jar. */
final class Vectors {

    private static final String PROPERTY = "mtproto.vectors";
    private static final String RESOURCES = "/META-INF/mtproto/vectors/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /** One check of one entry. */
    @FunctionalInterface
    interface Check {
        void run(Vector vector);
    }

    /** Makes a test of every entry of a file. */
    static Stream<DynamicTest> tests(String topic, Check check) {
        return read(topic)
                .map(vector -> DynamicTest.dynamicTest(topic + ": " + vector.name(), () -> check.run(vector)));
    }

    private static Stream<Vector> read(String topic) {
        try (InputStream in = open(topic + ".json")) {
            JsonNode vectors = JSON.readTree(in).required("vectors");
            if (vectors.isEmpty()) {
                throw new IllegalStateException("no vectors in " + topic);
            }
            return StreamSupport.stream(vectors.spliterator(), false)
                    .map(node -> new Vector(
                            node.required("name").asText(), node.required("inputs"), node.required("outputs")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String folder = System.getProperty(PROPERTY);
        if (folder != null) {
            return Files.newInputStream(Path.of(folder, file));
        }
        InputStream in = Vectors.class.getResourceAsStream(RESOURCES + file);
        if (in == null) {
            throw new IllegalStateException("no vectors " + file + " in the jar of the test kit");
        }
        return in;
    }
}
