package dev.mtproto.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The vector files, in the folder that the system property {@code mtproto.vectors} names. */
public final class Vectors {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Vectors() {}

    /**
     * Reads a file of entries.
     *
     * @param topic the name of the file without {@code .json}
     * @return all of its entries, at least one
     */
    public static List<VectorEntry> file(String topic) {
        List<VectorEntry> entries = new ArrayList<>();
        for (JsonNode node : tree(topic).get("vectors")) {
            String name = node.get("name").asText();
            String where = topic + "/" + name;
            entries.add(new VectorEntry(
                    name,
                    node.path("verified").asBoolean(),
                    new Fields(where + "/inputs", node.path("inputs")),
                    new Fields(where + "/outputs", node.path("outputs"))));
        }
        if (entries.isEmpty()) {
            throw new IllegalStateException("no vectors in " + topic);
        }
        return List.copyOf(entries);
    }

    /**
     * Reads a file of any form.
     *
     * @param name the name of the file without {@code .json}
     */
    public static JsonNode tree(String name) {
        Path path = folder().resolve(name + ".json");
        try {
            return MAPPER.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read vectors " + path, e);
        }
    }

    /**
     * Reads a file that is one object.
     *
     * @param name the name of the file without {@code .json}
     */
    public static Fields object(String name) {
        return new Fields(name, tree(name));
    }

    /** Wraps each element of an array, whose elements are objects. */
    public static List<Fields> list(String where, JsonNode array) {
        List<Fields> elements = new ArrayList<>();
        for (JsonNode element : array) {
            String name = element.path("name").asText(Integer.toString(elements.size()));
            elements.add(new Fields(where + "/" + name, element));
        }
        return List.copyOf(elements);
    }

    /** Returns the folder. */
    public static Path folder() {
        String folder = System.getProperty("mtproto.vectors");
        if (folder == null) {
            throw new IllegalStateException("set the system property mtproto.vectors to the folder of the vectors");
        }
        return Path.of(folder);
    }
}
