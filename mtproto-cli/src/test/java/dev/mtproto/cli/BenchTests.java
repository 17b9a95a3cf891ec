package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.crypto.CryptoCandidate;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BenchTests {

    @Test
    void everyOperationIsMeasured() throws Exception {
        Run run = Run.of("bench", "--quick", "--json", "--crypto", "jdk");
        assertEquals(0, run.status(), run.err());
        List<String> measured = new ArrayList<>();
        for (JsonNode line : run.json()) {
            assertEquals("jdk", line.get("backend").asText());
            assertTrue(line.get("ns").asDouble() > 0);
            measured.add(line.get("op").asText() + " " + line.get("size").asInt());
        }
        List<String> expected = new ArrayList<>();
        for (String op : List.of("ige_enc", "ige_dec", "pack", "unpack")) {
            for (int size : List.of(64, 1024, 65_536, 1_048_576)) {
                expected.add(op + " " + size);
            }
        }
        for (String op : List.of("pq_factor", "modpow2048", "handshake_client", "handshake_server")) {
            expected.add(op + " 0");
        }
        assertEquals(expected, measured);
        assertEquals(expected.size(), run.err().lines().count(), "a line of progress each");
    }

    @Test
    void peopleGetATable() {
        Run run = Run.of("bench", "--quick", "--only", "pq_factor,modpow2048");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().lines().anyMatch(line -> line.matches("modpow2048 +[0-9.]+ [mu]s.*")), run.out());
        assertTrue(run.out().contains("crypto backend: jdk"), run.out());
    }

    @Test
    void withoutANameAllBackendsRunSideBySide() throws Exception {
        Set<String> usable = Cryptos.candidates().stream()
                .filter(CryptoCandidate::available)
                .map(CryptoCandidate::name)
                .collect(Collectors.toCollection(HashSet::new));
        usable.add(Cryptos.open(CryptoSelection.FASTEST).info().name());
        Run run = Run.of("bench", "--quick", "--json", "--only", "modpow2048");
        assertEquals(0, run.status(), run.err());
        Set<String> measured = new HashSet<>();
        run.json().forEach(line -> measured.add(line.get("backend").asText()));
        assertEquals(usable, measured);
        String head = Run.of("bench", "--quick", "--only", "modpow2048")
                .out()
                .lines()
                .filter(line -> line.startsWith("operation"))
                .findFirst()
                .orElseThrow();
        assertEquals(usable, Set.of(head.replaceFirst("operation +bytes +", "").split(" +")));
    }

    @Test
    void theMedianIsThatOfTheRounds() {
        long[] rounds = {1, 5, 3, 100, 2, 4, 7, 6};
        int[] next = {0};
        Operation scripted = new Operation("scripted", 0, 1, times -> rounds[next[0]++]);
        // the first one warms up
        assertEquals(5.0, new Stopwatch(1, 7, 1).median(scripted));
    }
}
