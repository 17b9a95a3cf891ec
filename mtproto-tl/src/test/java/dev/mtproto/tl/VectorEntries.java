package dev.mtproto.tl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The entries of a file of vectors. */
final class VectorEntries {

    private VectorEntries() {}

    static Stream<JsonNode> of(String file) {
        try {
            JsonNode root = new ObjectMapper()
                    .readTree(
                            Path.of(System.getProperty("mtproto.vectors"), file).toFile());
            return StreamSupport.stream(root.get("vectors").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
