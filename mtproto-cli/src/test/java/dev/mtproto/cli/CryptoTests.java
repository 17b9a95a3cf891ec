package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.crypto.CryptoOperation;
import dev.mtproto.crypto.Cryptos;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CryptoTests {

    @Test
    void tellsEachBackendAndWhyItIsChosenOrNot() throws Exception {
        Run run = Run.of("crypto", "--json", "--crypto", "jdk");
        assertEquals(0, run.status(), run.err());
        Map<String, JsonNode> backends = new HashMap<>();
        for (JsonNode line : run.json()) {
            backends.put(line.get("name").asText(), line);
        }
        JsonNode jdk = backends.get("jdk");
        assertTrue(jdk.get("chosen").asBoolean());
        assertEquals("asked for by name", jdk.get("why").asText());
        assertEquals("passed", jdk.get("self_tests").asText());
        assertFalse(jdk.get("native").asBoolean());
        assertTrue(jdk.get("start_up_ms").asDouble() > 0);
        JsonNode fips = backends.get("bc-fips");
        assertFalse(fips.get("chosen").asBoolean());
        assertEquals("not the one asked for", fips.get("why").asText());
        assertTrue(fips.get("approved_only").asBoolean());
        assertTrue(fips.get("certificate").asText().contains("#4943"));
        assertTrue(backends.containsKey("accp"));
    }

    @Test
    void peopleGetATable() {
        Run run = Run.of("crypto", "--crypto", "none-such,FASTEST");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().startsWith("selection: none-such,FASTEST, Java "), run.out());
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("* ")), run.out());
        assertTrue(run.out().contains("chosen: the first of none-such,FASTEST that can be used here"), run.out());
        assertTrue(run.out().contains("certificate, as the vendor states it: "), run.out());
    }

    @Test
    void nothingToChooseIsStatus1() {
        Run run = Run.of("crypto", "--crypto", "none-such");
        assertEquals(1, run.status());
        assertFalse(run.out().lines().anyMatch(line -> line.startsWith("* ")), run.out());
    }

    @Test
    void theReportListsEveryOperation() throws Exception {
        Run run = Run.of("crypto", "--compliance", "--json", "--crypto", "FIPS");
        assertEquals(0, run.status(), run.err());
        List<JsonNode> lines = run.json();
        assertEquals("bc-fips", lines.get(0).get("provider").asText());
        assertTrue(lines.get(0).get("evidence").toString().contains("HMAC"));
        assertEquals(
                Stream.of(CryptoOperation.values()).map(CryptoOperation::id).toList(),
                lines.stream()
                        .skip(1)
                        .map(line -> line.get("operation").asText())
                        .toList());
        for (JsonNode line : lines.subList(1, lines.size())) {
            assertFalse(line.get("touches").asText().isEmpty());
            assertTrue(
                    line.get("approved").asBoolean()
                            || !line.get("note").asText().isEmpty(),
                    line.toString());
        }
    }

    @Test
    void thereIsAReportForPeople() {
        Run run = Run.of("crypto", "--compliance", "--crypto", "jdk");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("module: not a validated one"), run.out());
        assertTrue(
                run.out().contains("0 of " + CryptoOperation.values().length + " operations are approved"), run.out());
        for (CryptoOperation operation : CryptoOperation.values()) {
            assertTrue(run.out().contains("\n" + operation.id() + ": " + operation.purpose()), operation.id());
        }
    }

    @Test
    void theOptionBeatsTheEnvironmentBeatsTheProperty() {
        assertEquals("a", CryptoOption.first("a", "b", "c"));
        assertEquals("b", CryptoOption.first(null, "b", "c"));
        assertEquals("c", CryptoOption.first(null, "", "c"));
        assertEquals("", CryptoOption.first("", "b", "c"));
        assertNull(CryptoOption.first(null, null, " "));
    }

    @Test
    void aProcessReadsItsEnvironment() throws Exception {
        assertEquals("selection: FIPS", selectionOf("FIPS", "jdk"));
        assertEquals("selection: accp,jdk", selectionOf("", "accp,jdk"));
        assertEquals("selection: jdk", selectionOf("FIPS", "accp", "--crypto", "jdk"));
    }

    private static String selectionOf(String environment, String property, String... options) throws Exception {
        ProcessBuilder process = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-D" + Cryptos.PROPERTY + "=" + property,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "crypto");
        process.command().addAll(Arrays.asList(options));
        process.environment().put(CryptoOption.ENVIRONMENT, environment);
        process.redirectError(ProcessBuilder.Redirect.DISCARD);
        String out =
                new String(process.start().getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return out.lines().findFirst().orElseThrow().replaceFirst(", Java .*", "");
    }
}
