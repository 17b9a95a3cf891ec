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
import org.junit.jupiter.params.provider.ValueSource;

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
                        "in dh_gen_ok"),
                names.subList(0, 6));
        assertTrue(names.containsAll(
                List.of("in pong", "out invokeWithLayer(initConnection(help.getConfig))", "in rpc_result(config)")));
        assertTrue(names.containsAll(List.of(
                "out auth.bindTempAuthKey",
                "in rpc_result(gzip_packed)",
                "in bad_server_salt",
                "in rpc_result(nearestDc)")));
        assertTrue(names.stream().anyMatch(name -> name.startsWith("out msg_container of ")));
        List<String> notes = lines.stream()
                .filter(line -> line.get("event").asText().equals("note"))
                .map(line -> line.get("text").asText())
                .toList();
        for (String note : List.of("temporary key ", "the salt changed", "connection lost: ", "connected to ")) {
            assertTrue(notes.stream().anyMatch(text -> text.startsWith(note)), note + " in " + notes);
        }
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

    @Test
    void everyTransportIsShown() throws Exception {
        Run run = Run.of("demo", "--all-transports", "--json");
        assertEquals(0, run.status(), run.out() + run.err());
        List<JsonNode> rows = run.json();
        assertTrue(rows.stream()
                .map(row -> row.get("transport").asText())
                .toList()
                .containsAll(List.of(
                        "abridged",
                        "full",
                        "obfuscated_intermediate",
                        "websocket_padded_intermediate",
                        "mtproxy_abridged",
                        "faketls_padded_intermediate")));
        for (JsonNode row : rows) {
            assertTrue(row.get("ok").asBoolean(), row.toString());
            assertTrue(
                    row.get("bytes_sent").asLong() > 1000
                            && row.get("bytes_received").asLong() > 1000,
                    row.toString());
        }
        Run table = Run.of("demo", "--all-transports");
        assertEquals(0, table.status());
        assertEquals(
                rows.size(),
                table.out()
                        .lines()
                        .filter(line -> line.matches("\\w+ +yes +\\d+ +\\d+ +[0-9.]+"))
                        .count(),
                table.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--transport=full",
                "--transport=obfuscated-abridged",
                "--transport=websocket",
                "--secret=000102030405060708090a0b0c0d0e0f",
                "--secret=dd000102030405060708090a0b0c0d0e0f",
                "--secret=ee000102030405060708090a0b0c0d0e0f6578616d706c652e636f6d",
                "--secret=tg://proxy?server=other.example&port=443&secret=000102030405060708090a0b0c0d0e0f"
            })
    void theDemoRunsOverATransport(String option) {
        Run run = Run.of("demo", option);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("rpc_result(config)"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--transport=pigeon", "--transport=obfuscated_full", "--secret=0001", "--proxy=ftp://h"})
    void whatIsNoTransportIsAWrongCall(String option) {
        Run run = Run.of("demo", option);
        assertEquals(2, run.status());
        assertTrue(run.err().contains(option.substring(0, option.indexOf('='))), run.err());
    }
}
