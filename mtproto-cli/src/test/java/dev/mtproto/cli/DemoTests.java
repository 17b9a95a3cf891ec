package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.Cryptos;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The full demo over a TCP socket, per backend. */
@Timeout(120)
class DemoTests {

    static Stream<String> backends() {
        return Cryptos.candidates().stream().filter(CryptoCandidate::available).map(CryptoCandidate::name);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theDemoWorksAndTellsPrograms(String backend) throws Exception {
        Run run = Run.of("demo", "--json", "--crypto", backend);
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
        List<JsonNode> lines = run.json();
        List<String> names = lines.stream()
                .filter(line -> line.get("event").asText().equals("message"))
                .map(line ->
                        line.get("direction").asText() + " " + line.get("name").asText())
                .toList();
        assertEquals(
                List.of(
                        "out req_pq_multi",
                        "in resPQ",
                        "out req_DH_params",
                        "in server_DH_params_ok",
                        "out set_client_DH_params",
                        "in dh_gen_ok",
                        "out ping"),
                names.subList(0, 7));
        assertTrue(names.containsAll(
                List.of("in pong", "out invokeWithLayer(initConnection(help.getConfig))", "in rpc_result(config)")));
        JsonNode result = lines.get(lines.size() - 1);
        assertEquals("result", result.get("event").asText());
        assertTrue(result.get("ok").asBoolean());
        assertEquals(16, result.get("auth_key_id").asText().length());
        assertEquals(16, result.get("salt").asText().length());
        assertEquals(backend, result.at("/crypto/name").asText());
        assertTrue(!result.at("/crypto/version").asText().isEmpty());
    }

    @Test
    void theDemoShowsPeopleATimeline() {
        Run run = Run.of("demo");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().lines().anyMatch(line -> line.matches(" *[0-9.]+  --> req_pq_multi +[0-9]{19} +- +20")));
        assertTrue(run.out().lines().anyMatch(line -> line.matches(" *[0-9.]+  <-- rpc_result\\(config\\) .*")));
        for (String row : List.of("auth key id", "time offset", "salt", "crypto")) {
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith(row)), row);
        }
    }
}
