package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own, as its users run it. */
@Timeout(120)
class ServeTests {

    private static final Pattern READY = Pattern.compile("ready: listening on (127\\.0\\.0\\.1:\\d+), public key .*");

    private static final String SECRET = "000102030405060708090a0b0c0d0e0f";

    @TempDir
    Path folder;

    @Test
    void aClientIsServedUntilASignalComes() throws Exception {
        Path key = folder.resolve("server.pem");
        Process server = serve(key, "--secret", SECRET);
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(lines.readLine());
            Matcher ready = READY.matcher(first);
            assertTrue(ready.matches(), first);
            Run client = Run.of("connect", ready.group(1), "--key", key.toString());
            assertEquals(0, client.status(), client.err());
            String[] held = {SECRET, "dd" + SECRET, "ee" + SECRET + "6578616d706c652e636f6d"};
            for (String secret : held) {
                Run proxied = Run.of("connect", ready.group(1), "--key", key.toString(), "--secret", secret);
                assertEquals(0, proxied.status(), proxied.err());
            }
            String address = ready.group(1);
            String link = "https://t.me/proxy?server=127.0.0.1&port=" + address.substring(address.indexOf(':') + 1)
                    + "&secret=" + held[2];
            Run linked = Run.of("connect", "--key", key.toString(), "--secret", link);
            assertEquals(0, linked.status(), linked.err());
            server.toHandle().destroy(); // Process.destroy would close the stream too
            List<String> rest = lines.lines().toList();
            assertTrue(server.waitFor(30, TimeUnit.SECONDS));
            has(rest, "connection 1: from 127\\.0\\.0\\.1:\\d+, abridged framing");
            has(rest, "connection 2: from .*, intermediate framing, MTProxy");
            has(rest, "connection 3: from .*, padded_intermediate framing, MTProxy");
            has(rest, "connection 4: from .*, padded_intermediate framing, MTProxy in fake TLS");
            has(rest, "connection 1: key exchange: permanent key [0-9a-f]{16}");
            has(rest, "connection 1: rpc help\\.getConfig: config, \\d+ bytes");
            has(rest, "stopped");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aQuietServerSaysThatItIsReadyAndNoMore() throws Exception {
        Path key = folder.resolve("server.pem");
        Process server = serve(key, "--quiet");
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            String first = String.valueOf(lines.readLine());
            Matcher ready = READY.matcher(first);
            assertTrue(ready.matches(), first);
            Run client = Run.of("connect", ready.group(1), "--key", key.toString());
            assertEquals(0, client.status(), client.err());
            server.toHandle().destroy();
            assertEquals(List.of(), lines.lines().toList());
        } finally {
            server.destroyForcibly();
        }
    }

    private static Process serve(Path key, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                classPath(),
                Main.class.getName(),
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--public-key-out",
                key.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void has(List<String> lines, String pattern) {
        assertTrue(lines.stream().anyMatch(line -> line.matches(pattern)), pattern + " in " + lines);
    }

    private static String classPath() {
        return System.getProperty("jdk.module.path", "") + File.pathSeparator + System.getProperty("java.class.path");
    }
}
