package dev.mtproto.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was run in this JVM.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it printed on the error stream
 */
record Run(int status, String out, String err) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Run of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(status, out.toString(), err.toString());
    }

    List<JsonNode> json() throws JsonProcessingException {
        List<JsonNode> objects = new ArrayList<>();
        for (String line : out.lines().toList()) {
            objects.add(MAPPER.readTree(line));
        }
        return objects;
    }
}
