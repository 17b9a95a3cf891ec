package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.testkit.EmbeddedDataCenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a running connection. */
@Timeout(120)
class TraceTests {

    @TempDir
    Path folder;

    private EmbeddedDataCenter server;
    private Path key;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedDataCenter.builder().start();
        key = Files.writeString(folder.resolve("server.pem"), server.publicKeyPem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String address() {
        return "127.0.0.1:" + server.address().getPort();
    }

    @Test
    void aConnectionOfItsOwnIsFollowed() {
        Run run = Run.of("trace", address(), "--key", key.toString(), "--pfs", "--seconds", "1");
        assertEquals(0, run.status(), run.err());
        for (String shown : List.of("--> auth.bindTempAuthKey", "<-- rpc_result(config)", "carries the calls")) {
            assertTrue(run.out().contains(shown), run.out());
        }
    }

    @Test
    void aRecordingOfAnotherProgramIsShown() throws Exception {
        Path file = folder.resolve("other.jfr");
        try (Recording recording = new Recording(Map.of("dev.mtproto.Message#enabled", "true"))) {
            recording.start();
            assertEquals(
                    0, Run.of("connect", address(), "--key", key.toString()).status());
            recording.stop();
            recording.dump(file);
        }
        Run people = Run.of("trace", "--jfr", file.toString());
        assertEquals(0, people.status(), people.err());
        assertTrue(people.out().lines().anyMatch(line -> line.matches(".* --> req_pq_multi .* 20")), people.out());
        assertTrue(people.out().contains("Call: method ping"), people.out());
        List<JsonNode> lines =
                Run.of("trace", "--jfr", file.toString(), "--json").json();
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.get("event").asText().equals("Rpc")
                                && line.get("method").asText().equals("ping")
                                && line.get("result").asText().equals("answered")),
                lines.toString());
    }

    @Test
    void whatIsNoRecordingIsAnError() {
        Run run = Run.of("trace", "--jfr", key.toString());
        assertEquals(1, run.status());
        assertTrue(run.err().startsWith("mtproto trace: cannot read the recording "), run.err());
    }
}
