package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TransportException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.socket.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WebSocket and HTTP over TLS: certificates and the names in them count. */
@Timeout(60)
class TlsTests {

    private static EmbeddedDataCenter server;
    private static Certificate certificate;
    private static Certificate other;
    private static TlsRelay relay;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        server = Setup.server().start();
        certificate = Certificate.of("localhost", folder);
        other = Certificate.of("example.com", folder);
        relay = new TlsRelay(certificate.server(), server.address());
    }

    @AfterAll
    static void stop() throws IOException {
        relay.close();
        server.close();
    }

    static Stream<Transport> transports() {
        return Stream.of(
                Transport.webSocketTls(Framing.ABRIDGED),
                Transport.webSocketTls(Framing.INTERMEDIATE),
                Transport.webSocketTls(Framing.PADDED_INTERMEDIATE),
                Transport.https());
    }

    private static MtprotoClient connect(Transport transport, String host, TlsRelay through) {
        return Setup.client(server)
                .address(InetSocketAddress.createUnresolved(host, through.port()))
                .transport(transport)
                .connect();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aTrustedServerIsSpokenTo(Transport transport) throws GeneralSecurityException, InterruptedException {
        Transport trusting = transport.withTls(certificate.trusting());
        try (MtprotoClient client = connect(trusting, "localhost", relay)) {
            assertEquals(7, Setup.get(client.invoke(new Ping(7))).pingId());
            assertEquals(2, Setup.get(client.invoke(new HelpGetConfig())).thisDc());
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aCertificateThatNobodyTrustsIsRefused(Transport transport) {
        refused(transport, "localhost", relay);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void theCertificateOfAnotherHostIsRefused(Transport transport) throws GeneralSecurityException, IOException {
        refused(transport.withTls(certificate.trusting()), "127.0.0.1", relay);
        try (TlsRelay elsewhere = new TlsRelay(other.server(), server.address())) {
            refused(transport.withTls(other.trusting()), "localhost", elsewhere);
        }
    }

    private static void refused(Transport transport, String host, TlsRelay through) {
        TransportException e = assertThrows(TransportException.class, () -> connect(transport, host, through));
        assertInstanceOf(SSLException.class, e.getCause());
        assertTrue(e.getMessage().startsWith("cannot connect to " + host), e.getMessage());
    }
}
