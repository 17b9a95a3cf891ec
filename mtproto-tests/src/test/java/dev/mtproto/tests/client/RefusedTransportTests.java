package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.RpcException;
import dev.mtproto.api.Salt;
import dev.mtproto.api.TransportException;
import dev.mtproto.client.CallOptions;
import dev.mtproto.client.ClientEvent;
import dev.mtproto.client.ConnectionListener;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.DataCenterEvent;
import dev.mtproto.testkit.DataCenterLimits;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.HostilePeer;
import dev.mtproto.tl.schema.HelpGetConfig;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.socket.Transport;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a data centre and a client refuse of a connection. */
@Timeout(60)
class RefusedTransportTests {

    private static final ProxySecret SECRET =
            ProxySecret.plain(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8});
    private static final ProxySecret OTHER = ProxySecret.plain(new byte[16]);

    private final BlockingQueue<DataCenterEvent> events = new LinkedBlockingQueue<>();
    private EmbeddedDataCenter server;

    private void start(int perAddress, Duration start) {
        server = Setup.server()
                .proxySecret(SECRET)
                .limits(DataCenterLimits.builder()
                        .connectionsPerAddress(perAddress)
                        .start(start)
                        .build())
                .listener(events::add)
                .start();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Check refusal() throws InterruptedException {
        while (true) {
            DataCenterEvent event = events.poll(30, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("nothing was refused");
            }
            if (event instanceof DataCenterEvent.Refused refused) {
                return refused.check();
            }
        }
    }

    private MtprotoException connecting(Transport transport, int dc) {
        return assertThrows(
                MtprotoException.class,
                () -> Setup.client(server).dataCenterId(dc).transport(transport).connect());
    }

    @Test
    @Tag("T9")
    void anotherSecretGetsNoAnswerAndIsClosedLater() throws InterruptedException {
        start(100, Duration.ofMillis(500));
        MtprotoException e = connecting(Transport.mtproxy(OTHER.padded()), 2);
        assertInstanceOf(TransportException.class, e);
        assertEquals(Check.T9, refusal());
    }

    @Test
    @Tag("T10")
    void aDataCentreThatIsNoneIsRefused() throws InterruptedException {
        start(100, Duration.ofSeconds(20));
        for (ProxySecret held : List.of(SECRET, SECRET.padded(), SECRET.fakeTls("example.com"))) {
            MtprotoException e = connecting(Transport.mtproxy(held), 0);
            assertEquals(-444, assertInstanceOf(KeyExchangeException.class, e).transportError());
            assertEquals(Check.T10, refusal());
        }
    }

    @Test
    @Tag("T11")
    void aHelloOfAnotherSecretIsClosed() throws InterruptedException {
        start(100, Duration.ofSeconds(20));
        connecting(Transport.mtproxy(OTHER.fakeTls("example.com")), 2);
        assertEquals(Check.T11, refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eeee", "eeeeeeee", "1603010200010001fc0303", "474554202f61706977732048545450"})
    @Tag("T16")
    void aClientThatStopsInTheBeginningIsClosed(String hex) throws Exception {
        start(100, Duration.ofMillis(200));
        try (Socket client =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            client.setSoTimeout(20_000); // a wait that no interrupt ends
            client.getOutputStream().write(HexFormat.of().parseHex(hex));
            byte[] answer = client.getInputStream().readAllBytes();
            assertEquals(
                    hex.equals("eeeeeeee") ? "0400000053feffff" : "",
                    HexFormat.of().formatHex(answer));
        }
        assertEquals(Check.T16, refusal());
    }

    @Test
    @Tag("T16")
    void anAddressHasSoManyConnections() throws Exception {
        start(2, Duration.ofSeconds(20));
        try (MtprotoClient first = Setup.client(server).connect();
                MtprotoClient second = Setup.client(server).connect()) {
            MtprotoException e = connecting(Transport.mtproxy(SECRET), 2);
            assertEquals(-429, assertInstanceOf(KeyExchangeException.class, e).transportError());
            assertEquals(Check.T16, refusal());
            assertEquals(1, Setup.get(first.invoke(new Ping(1))).pingId());
            assertEquals(2, Setup.get(second.invoke(new Ping(2))).pingId());
        }
    }

    private static MtprotoClient with(HostilePeer peer, BlockingQueue<Check> refused) {
        return MtprotoClient.builder()
                .address(peer.address())
                .crypto(Setup.CRYPTO)
                .listener(new ConnectionListener() {
                    @Override
                    public void event(ClientEvent event) {
                        if (event instanceof ClientEvent.Refused refusal) {
                            refused.add(refusal.check());
                        }
                    }
                })
                .authKey(AuthKey.permanent(new byte[AuthKey.LENGTH], new AuthKeyId(1)), new Salt(0))
                .connect();
    }

    @Test
    @Tag("T7")
    void aQuickAcknowledgementThatNobodyAskedForIsDropped() throws Exception {
        BlockingQueue<Check> refused = new LinkedBlockingQueue<>();
        byte[] token = {(byte) 0x81, 0x23, 0x45, 0x67};
        try (HostilePeer peer = HostilePeer.start(
                        HostilePeer.read(64).then(HostilePeer.send(token)).then(HostilePeer.silence()));
                MtprotoClient client = with(peer, refused)) {
            boolean[] received = {false};
            var answer = client.invoke(new Ping(1), CallOptions.DEFAULT.onReceived(() -> received[0] = true));
            assertEquals(Check.T7, refused.poll(30, TimeUnit.SECONDS));
            assertTrue(client.isConnected());
            assertTrue(!answer.isDone() && !received[0]);
        }
    }

    @Test
    @Tag("T17")
    void aPacketOfAnotherKeyEndsTheConnection() throws Exception {
        BlockingQueue<Check> refused = new LinkedBlockingQueue<>();
        byte[] packet = HexFormat.of().parseHex("16" + "0200000000000000" + "ab".repeat(80));
        try (HostilePeer peer = HostilePeer.start(
                        HostilePeer.read(64).then(HostilePeer.send(packet)).then(HostilePeer.silence()));
                MtprotoClient client = with(peer, refused)) {
            client.invoke(new Ping(1));
            assertEquals(Check.T17, refused.poll(30, TimeUnit.SECONDS));
            assertNull(refused.poll());
        }
    }

    @Test
    void aKeyIsNotLoggedInAndItsLayerIsRemembered() throws Exception {
        start(100, Duration.ofSeconds(20));
        try (MtprotoClient client = Setup.client(server).connect()) {
            int usersGetUsers = 0x0d91a548;
            RpcException e = assertInstanceOf(
                    RpcException.class, Setup.failure(client.invoke(new UnknownFunction(usersGetUsers))));
            assertEquals(401, e.code());
            assertEquals("AUTH_KEY_UNREGISTERED", e.type());
            assertEquals("INPUT_METHOD_INVALID_3735928559_0", unknown(client));
            Setup.get(client.invoke(new InvokeWithLayer<>(216, new HelpGetConfig())));
            assertEquals("INPUT_METHOD_INVALID_3735928559_216", unknown(client));
        }
    }

    private static String unknown(MtprotoClient client) throws InterruptedException {
        Throwable failure = Setup.failure(client.invoke(new UnknownFunction()));
        String message =
                String.valueOf(assertInstanceOf(RpcException.class, failure).getMessage());
        return message.substring(message.lastIndexOf(' ') + 1);
    }
}
