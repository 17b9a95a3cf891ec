package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option --proxy, with a proxy on the way. */
@Timeout(60)
class ProxyOptionTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "socks5, abridged",
        "http, abridged",
        "socks5, websocket",
        "http, obfuscated",
    })
    void connectGoesThroughTheProxy(String scheme, String transport) throws IOException {
        try (EmbeddedDataCenter server = EmbeddedDataCenter.builder().start();
                EmbeddedProxy proxy = EmbeddedProxy.start("user", "p@ss")) {
            Path key = folder.resolve("server.pem");
            Files.writeString(key, server.publicKeyPem());
            String address = "127.0.0.1:" + server.address().getPort();
            String url = scheme + "://user:p%40ss@127.0.0.1:" + proxy.address().getPort();
            Run run = Run.of("connect", address, "--key", key.toString(), "--transport", transport, "--proxy", url);
            assertEquals(0, run.status(), run.err());
            assertTrue(run.out().contains("rpc_result(config)"), run.out());
            assertTrue(run.out().contains("through the proxy 127.0.0.1:"), run.out());
            assertEquals(List.of(address), proxy.targets());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "http"})
    void aWrongPasswordIsToldButNotShown(String scheme) {
        try (EmbeddedProxy proxy = EmbeddedProxy.start("user", "right")) {
            String url = scheme + "://user:wr0ng@127.0.0.1:" + proxy.address().getPort();
            Run run = Run.of("connect", "127.0.0.1:9", "--proxy", url);
            assertEquals(1, run.status(), run.err());
            assertTrue(run.err().contains("proxy"), run.err());
            assertFalse((run.out() + run.err()).contains("wr0ng"), run.err());
            assertEquals(List.of(), proxy.targets());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "http"})
    void theDemoGoesThroughTheProxy(String scheme) {
        try (EmbeddedProxy proxy = EmbeddedProxy.start()) {
            Run run = Run.of(
                    "demo",
                    "--proxy",
                    scheme + "://127.0.0.1:" + proxy.address().getPort());
            assertEquals(0, run.status(), run.err());
            assertEquals(2, proxy.targets().size(), "one connection, and one after it broke");
        }
    }
}
