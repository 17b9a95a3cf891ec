package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.session.engine.KeyTimings;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.UploadSaveFilePart;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.socket.Transport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the flight recorder, the log and listeners are told: all that happens, and nothing that is secret. */
@Timeout(60)
class ObservationTests {

    private static final String MARKER = "what-nobody-else-may-read";
    private static final byte[] SECRET = "sixteen letters!".getBytes(StandardCharsets.US_ASCII);

    private static final Logger LOGGER = Logger.getLogger("dev.mtproto.client");
    private static final List<String> LINES = new ArrayList<>();
    private static final Setup.Names NAMES = new Setup.Names();

    @TempDir
    static Path folder;

    private static Path file;
    private static byte[] key;

    /**
     * Runs a client through what it can meet. Once for all tests here: on JDK 17 the recorder loses strings of 16 characters and
     * more from any but the first recording of a process.
     */
    @BeforeAll
    static void live() throws Exception {
        Handler handler = new LineTaker();
        LOGGER.setLevel(Level.ALL);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
        ProxySecret secret = ProxySecret.plain(SECRET);
        try (Recording recording = new Recording(Map.of("dev.mtproto.Message#enabled", "true"))) {
            recording.start();
            try (EmbeddedDataCenter server = Setup.server().proxySecret(secret).start();
                    MtprotoClient client = Setup.client(server)
                            .transport(Transport.mtproxy(secret))
                            .forwardSecrecy(KeyTimings.DEFAULT)
                            .retry(Duration.ofMillis(10), Duration.ofSeconds(1))
                            .listener(NAMES)
                            .connect()) {
                TlBytes text = TlBytes.of(MARKER.getBytes(StandardCharsets.US_ASCII));
                assertEquals(true, Setup.get(client.invoke(new UploadSaveFilePart(1, 0, text))));
                server.rotateSalts();
                Setup.get(client.invoke(new HelpGetNearestDc()));
                server.closeConnections();
                Setup.get(client.invoke(new HelpGetNearestDc()));
                key = new byte[AuthKey.LENGTH];
                client.authKey().copyTo(key, 0);
            }
            recording.stop();
            file = folder.resolve("life.jfr");
            recording.dump(file);
        } finally {
            LOGGER.removeHandler(handler);
            LOGGER.setUseParentHandlers(true);
            LOGGER.setLevel(null);
        }
    }

    private static final class LineTaker extends Handler {

        LineTaker() {
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord record) {
            LINES.add(record.getLevel() + " " + record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void theFlightRecorderHasAllThatHappens() throws Exception {
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        for (String type : List.of("Connect", "KeyExchange", "Rpc", "Reconnect", "SaltChange", "Message")) {
            assertTrue(
                    events.stream()
                            .anyMatch(event -> event.getEventType().getName().equals("dev.mtproto." + type)),
                    type);
        }
        RecordedEvent rpc = events.stream()
                .filter(event -> event.getEventType().getName().equals("dev.mtproto.Rpc"))
                .filter(event -> event.getString("method").equals("upload.saveFilePart"))
                .findFirst()
                .orElseThrow();
        assertEquals("answered", rpc.getString("result"));
        assertTrue(rpc.getInt("requestBytes") > MARKER.length());
        assertEquals(4, rpc.getInt("resultBytes"));
        assertTrue(rpc.getDuration("latency").toNanos() > 0);
    }

    @Test
    @Tag("P9")
    void nothingSecretIsInAnyOfThem() throws Exception {
        String seen = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                + String.join("\n", LINES)
                + NAMES.events
                + NAMES.names;
        assertTrue(LINES.size() > 20, "the log has " + LINES.size() + " lines");
        assertTrue(seen.contains("upload.saveFilePart"));
        List<byte[]> secrets = new ArrayList<>(List.of(MARKER.getBytes(StandardCharsets.US_ASCII), SECRET));
        for (int at = 0; at < key.length; at += 16) {
            secrets.add(Arrays.copyOfRange(key, at, at + 16));
        }
        for (byte[] secret : secrets) {
            String hex = HexFormat.of().formatHex(secret);
            assertFalse(seen.contains(new String(secret, StandardCharsets.ISO_8859_1)), hex);
            assertFalse(seen.toLowerCase(Locale.ROOT).contains(hex), hex);
        }
    }
}
