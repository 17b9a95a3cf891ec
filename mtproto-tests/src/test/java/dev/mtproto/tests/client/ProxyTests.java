package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.EmbeddedProxy;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.proxy.ProxyServer;
import dev.mtproto.transport.socket.Transport;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients behind SOCKS5 and HTTP proxies. */
@Timeout(60)
class ProxyTests {

    private EmbeddedDataCenter server;

    @BeforeEach
    void start() {
        server = Setup.server().proxySecret(TransportTests.SECRET).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void works(ProxyServer through, EmbeddedProxy proxy) throws InterruptedException {
        List<Transport> transports = List.of(
                Transport.DEFAULT,
                Transport.obfuscated(Framing.INTERMEDIATE),
                Transport.webSocket(Framing.ABRIDGED),
                Transport.http(),
                Transport.mtproxy(TransportTests.SECRET.fakeTls("example.com")));
        for (Transport transport : transports) {
            int before = proxy.targets().size();
            try (MtprotoClient client =
                    Setup.client(server).transport(transport.via(through)).connect()) {
                assertEquals(3, Setup.get(client.invoke(new Ping(3))).pingId());
                List<String> targets = proxy.targets();
                assertTrue(targets.size() > before, "it went past the proxy");
                String port = ":" + server.address().getPort();
                assertTrue(targets.stream().allMatch(target -> target.endsWith(port)), targets.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "http"})
    void everyTransportGoesThroughAnOpenProxy(String scheme) throws InterruptedException {
        try (EmbeddedProxy proxy = EmbeddedProxy.start()) {
            works(ProxyServer.parse(scheme + "://127.0.0.1:" + proxy.address().getPort()), proxy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5", "http"})
    void everyTransportGoesThroughAProxyThatAsksForAUser(String scheme) throws InterruptedException {
        try (EmbeddedProxy proxy = EmbeddedProxy.start("user", "p@ss+word:1")) {
            works(
                    ProxyServer.parse(scheme + "://user:p%40ss+word:1@127.0.0.1:"
                            + proxy.address().getPort()),
                    proxy);
            ProxyServer wrong = ProxyServer.parse(
                    scheme + "://user:other@127.0.0.1:" + proxy.address().getPort());
            TransportException e = assertThrows(TransportException.class, () -> Setup.client(server)
                    .transport(Transport.DEFAULT.via(wrong))
                    .connect());
            assertTrue(e.getMessage().contains("proxy"), e.getMessage());
            assertTrue(!e.getMessage().contains("other"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host:1",
                "ftp://h:1",
                "socks5://",
                "socks5://host/path",
                "http://user@h:1",
                "socks5://h:99999"
            })
    void whatIsNoProxyIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> ProxyServer.parse(url));
    }
}
