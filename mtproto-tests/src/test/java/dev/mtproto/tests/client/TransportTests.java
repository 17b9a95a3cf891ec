package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.client.CallOptions;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.api.InputDocumentFileLocation;
import dev.mtproto.tl.api.StorageFileUnknown;
import dev.mtproto.tl.api.UploadFile;
import dev.mtproto.tl.api.UploadGetFile;
import dev.mtproto.tl.api.UploadSaveFilePart;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxyLink;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.socket.Transport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One port, every transport: a whole session over each, in small messages and large ones. */
@Timeout(60)
class TransportTests {

    static final ProxySecret SECRET = ProxySecret.plain(Setup.CRYPTO.random().nextBytes(16));
    private static final TlBytes LARGE = TlBytes.of(Setup.CRYPTO.random().nextBytes(300_000));
    private static final List<DataCenterEvent> EVENTS = new CopyOnWriteArrayList<>();
    private static EmbeddedDataCenter server;

    @BeforeAll
    static void start() {
        server = Setup.server()
                .proxySecret(SECRET)
                .listener(EVENTS::add)
                .handler(call -> call.function() instanceof UploadGetFile
                        ? Optional.of(RpcReply.of(new UploadFile(new StorageFileUnknown(), 0, LARGE)))
                        : Optional.empty())
                .handler(call -> call.function() instanceof UploadSaveFilePart part
                        ? Optional.of(RpcReply.of(part.bytes().equals(LARGE)))
                        : Optional.empty())
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Transport> transports() {
        Stream<Transport> direct =
                Transport.withoutSecret().stream().filter(t -> !t.carrier().isTls());
        Stream<Transport> plain = Stream.of(Framing.values())
                .filter(SECRET::allows)
                .map(framing -> Transport.mtproxy(SECRET).withFraming(framing));
        Stream<Transport> marked = Stream.of(
                Transport.mtproxy(SECRET.padded()),
                Transport.mtproxy(SECRET.fakeTls("example.com")),
                Transport.mtproxy(SECRET.fakeTls("a.quite.different.host.example.org")));
        return Stream.of(direct, plain, marked).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aWholeSessionWorks(Transport transport) throws InterruptedException {
        EVENTS.clear();
        try (MtprotoClient client = Setup.client(server).transport(transport).connect()) {
            assertEquals(7, Setup.get(client.invoke(new Ping(7))).pingId());
            assertEquals(2, Setup.get(client.invoke(new HelpGetConfig())).thisDc());
            assertTrue(Setup.get(client.invoke(new UploadSaveFilePart(1, 0, LARGE))));
            InputDocumentFileLocation place = new InputDocumentFileLocation(1, 0, TlBytes.of(new byte[0]), "");
            UploadGetFile query = new UploadGetFile(false, false, place, 0, 1 << 20);
            assertEquals(LARGE, ((UploadFile) Setup.get(client.invoke(query))).bytes());
            assertEquals(transport, client.transport());
            assertTrue(client.bytesSent() > LARGE.length(), "sent " + client.bytesSent());
            assertTrue(client.bytesReceived() > LARGE.length(), "received " + client.bytesReceived());
        }
        DataCenterEvent.Connected connected = EVENTS.stream()
                .filter(DataCenterEvent.Connected.class::isInstance)
                .map(DataCenterEvent.Connected.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(transport.framing(), connected.framing());
        assertEquals(transport.carrier(), connected.carrier());
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aQuickAcknowledgementComesWhereThereIsOne(Transport transport) throws InterruptedException {
        CountDownLatch received = new CountDownLatch(1);
        try (MtprotoClient client = Setup.client(server).transport(transport).connect()) {
            Setup.get(client.invoke(new Ping(1)));
            Setup.get(client.invoke(new Ping(2), CallOptions.DEFAULT.onReceived(received::countDown)));
            if (transport.framing().map(Framing::hasQuickAcks).orElse(false)) {
                assertTrue(received.await(20, TimeUnit.SECONDS));
            } else {
                Setup.get(client.invoke(new Ping(3)));
                assertEquals(1, received.getCount());
            }
        }
    }

    @Test
    void aLinkNamesTheServer() throws InterruptedException {
        ProxyLink link = new ProxyLink("127.0.0.1", server.address().getPort(), SECRET.fakeTls("example.com"));
        Transport transport = Transport.mtproxy(ProxyLink.parse(link.toWebUri()));
        try (MtprotoClient client = Setup.client(server)
                .address(java.net.InetSocketAddress.createUnresolved("nowhere.invalid", 443))
                .transport(transport)
                .connect()) {
            assertEquals(9, Setup.get(client.invoke(new Ping(9))).pingId());
        }
    }

    @Test
    void namesAreRead() {
        for (Transport transport : Transport.withoutSecret()) {
            assertEquals(transport, Transport.parse(transport.id()));
            assertEquals(transport, Transport.parse(transport.id().replace('_', '-')));
        }
        assertEquals(Transport.webSocket(Framing.PADDED_INTERMEDIATE), Transport.parse("websocket"));
        assertEquals(Transport.webSocketTls(Framing.PADDED_INTERMEDIATE), Transport.parse("wss"));
    }
}
