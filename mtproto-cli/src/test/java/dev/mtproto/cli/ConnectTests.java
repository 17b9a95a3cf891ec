package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.HostilePeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ConnectTests {

    @TempDir
    Path folder;

    private EmbeddedDataCenter server;
    private String address;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedDataCenter.builder().start();
        address = "127.0.0.1:" + server.address().getPort();
        key = folder.resolve("server.pem");
        Files.writeString(key, server.publicKeyPem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aServerWithItsKeyAnswers() {
        Run run = Run.of("connect", address, "--key", key.toString());
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("rpc_result(config)"), run.out());
    }

    @Test
    void manyCallsAreCountedAndTimed() throws IOException {
        Run run = Run.of("connect", address, "--key", key.toString(), "--rpcs", "200", "--in-flight", "16", "--json");
        assertEquals(0, run.status(), run.err());
        JsonNode trips = run.json().get(1);
        assertEquals(200, trips.get("calls").asInt());
        assertEquals(16, trips.get("in_flight").asInt());
        assertTrue(trips.get("per_second").asInt() > 0);
        assertTrue(trips.get("cpu_seconds").isNumber(), trips.toString());
        double median = trips.get("median_ms").asDouble();
        double p99 = trips.get("p99_ms").asDouble();
        assertTrue(0 < median && median <= p99 && p99 <= trips.get("max_ms").asDouble(), trips.toString());
        int counted = 0;
        for (JsonNode range : trips.get("histogram")) {
            counted += range.get("calls").asInt();
        }
        assertEquals(200, counted);
        Run text = Run.of("connect", address, "--key", key.toString(), "--rpcs", "10");
        assertTrue(text.out().contains("10, 1 in flight") && text.out().contains("99th percentile"), text.out());
    }

    @Test
    void telegramsKeysDoNotFitAnotherServer() {
        fails("H5", "connect", address);
    }

    @Test
    void aKeyFileThatIsNotThereIsNamed() {
        fails("there is no key file missing.pem", "connect", address, "--key", "missing.pem");
    }

    @Test
    void aKeyFileWithoutAKeyIsNamed() throws IOException {
        Files.writeString(key, "no key");
        fails("no usable key in " + key, "connect", address, "--key", key.toString());
    }

    @Test
    void aServerThatCannotBeReachedIsNamed() throws IOException {
        int port;
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = unused.getLocalPort();
        }
        fails("cannot connect to 127.0.0.1:" + port, "connect", "127.0.0.1:" + port);
        fails("host is not known", "connect", "no-such-host.invalid:443");
    }

    @Test
    void aServerThatIsNoneIsRefused() {
        try (HostilePeer peer = HostilePeer.start(HostilePeer.send("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()))) {
            fails("", "connect", "127.0.0.1:" + peer.address().getPort());
        }
    }

    private static void fails(String reason, String... args) {
        Run run = Run.of(args);
        assertEquals(1, run.status());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("mtproto connect: "), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertTrue(!run.err().contains("internal error"), run.err());
    }
}
