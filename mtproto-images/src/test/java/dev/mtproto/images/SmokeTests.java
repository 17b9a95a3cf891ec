package dev.mtproto.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.testkit.EmbeddedDataCenter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the command in each image. */
class SmokeTests {

    private static final long LARGEST_MINIMAL = 40_000_000;

    private static final List<String> EXPECTED = List.of(
            "req_pq_multi",
            "resPQ",
            "req_DH_params",
            "server_DH_params_ok",
            "set_client_DH_params",
            "dh_gen_ok",
            "req_pq_multi",
            "resPQ",
            "req_DH_params",
            "server_DH_params_ok",
            "set_client_DH_params",
            "dh_gen_ok",
            "ping",
            "pong",
            "rpc_result(config)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"minimal,jdk,false", "fast,fastest,false", "fips,bc-fips,true"})
    void theDemoRuns(String name, String crypto, boolean approvedOnly) throws Exception {
        Image image = new Image(name);
        Image.Run run = image.mtproto("demo", "--json");

        assertEquals(0, run.status(), run::err);
        List<String> messages =
                run.events().stream().map(event -> event.path("name").asText()).toList();
        assertEquals(EXPECTED, messages.stream().filter(EXPECTED::contains).toList());
        JsonNode result = run.events().get(run.events().size() - 1);
        assertTrue(result.path("ok").asBoolean(), run::out);
        assertEquals(crypto, result.path("crypto").path("name").asText());
        assertEquals(approvedOnly, result.path("crypto").path("approved_only").asBoolean());
        System.out.printf("%-8s %10d bytes; demo, both sides: CPU %s%n", name, image.size(), run.cpu());
    }

    @Test
    void theMinimalImageIsSmallAndHasNothingElse() throws Exception {
        Image image = new Image("minimal");
        Set<String> jdk = image.java("--list-modules")
                .out()
                .lines()
                .map(line -> line.replaceFirst("@.*", ""))
                .filter(module -> module.startsWith("java.") || module.startsWith("jdk."))
                .collect(Collectors.toSet());
        assertEquals(Set.of("java.base", "jdk.jfr"), jdk);

        assumeTrue(Files.readString(image.folder().resolve("release")).contains("JAVA_VERSION=\"17"));
        assertTrue(image.size() <= LARGEST_MINIMAL, () -> "more than " + LARGEST_MINIMAL + " bytes");
    }

    @Test
    void theMinimalImageConnects() throws Exception {
        try (EmbeddedDataCenter server = EmbeddedDataCenter.builder().start()) {
            Path key = folder.resolve("server.pem");
            Files.writeString(key, server.publicKeyPem());
            String address =
                    server.address().getHostString() + ":" + server.address().getPort();
            Image.Run run = new Image("minimal").mtproto("connect", address, "--key", key.toString(), "--json");

            assertEquals(0, run.status(), run::err);
            assertTrue(run.events().get(run.events().size() - 1).path("ok").asBoolean(), run::out);
            System.out.printf("minimal  client: start, key exchange, ping, help.getConfig: CPU %s%n", run.cpu());
        }
    }

    @ParameterizedTest
    @CsvSource({"minimal,accp", "minimal,bc-fips", "fast,bc-fips", "fips,jdk", "fips,accp"})
    void whatAnImageDoesNotHoldIsRefused(String name, String crypto) throws Exception {
        Image.Run run = new Image(name).mtproto("demo", "--json", "--crypto", crypto);
        assertNotEquals(0, run.status());
        assertTrue(run.err().contains(crypto), run::err);
    }
}
