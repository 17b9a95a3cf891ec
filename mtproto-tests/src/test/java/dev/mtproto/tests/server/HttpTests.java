package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import dev.mtproto.crypto.RsaPrivateKey;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.ContainerWriter;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.RpcReply;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.HttpWait;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;
import dev.mtproto.transport.socket.Transport;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the embedded data centre answers over HTTP, and when. */
@Timeout(60)
class HttpTests {

    private static final Crypto CRYPTO = Cryptos.open(new CryptoSelection.Named("jdk"));
    private static final RsaPrivateKey KEY = CRYPTO.newRsaKey();
    private static final HttpWait AT_ONCE = new HttpWait(0, 0, 0);
    private static final HttpWait LONG = new HttpWait(0, 0, 25_000);

    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private EmbeddedDataCenter server;
    private RawClient client;
    private ExchangeResult made;
    private EncryptedSession session;

    @BeforeEach
    void connect() {
        server = EmbeddedDataCenter.builder()
                .crypto(CRYPTO)
                .rsaKey(KEY)
                .handler(call -> {
                    if (!(call.function() instanceof HelpGetNearestDc)) {
                        return Optional.empty();
                    }
                    try {
                        mayAnswer.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.of(RpcReply.of(new NearestDc("", 2, 2)));
                })
                .start();
        client = new RawClient(server, Transport.http(), CRYPTO);
        made = client.exchange(server, OptionalInt.empty());
        session = client.open(made.key(), made.firstSalt());
        client.send(AT_ONCE);
        client.await(NewSessionCreated.class);
        client.packets = 0;
    }

    @AfterEach
    void close() {
        mayAnswer.countDown();
        client.close();
        server.close();
    }

    @Test
    void aRequestIsAnsweredEvenIfThereIsNothingToSay() {
        client.send(AT_ONCE);
        client.receiveOnce();
        assertEquals(1, client.packets);
        assertNull(client.received.poll());
        client.poll(new HttpWait(0, 0, 50));
        client.receiveOnce();
        assertEquals(2, client.packets);
        assertFalse(client.isPolling());
    }

    @Test
    void anAnswerIsTheResponseToItsRequest() {
        client.send(new Ping(3));
        assertEquals(3, client.await(Pong.class).pingId());
        assertEquals(1, client.packets);
    }

    @Test
    void whatComesLaterIsTheResponseToThePoll() {
        client.poll(LONG);
        assertEquals(1, server.push(made.key().id(), new Pong(1, 77)));
        assertEquals(77, client.await(Pong.class).pingId());
        assertFalse(client.isPolling());
        client.poll(LONG);
        assertTrue(client.isPolling());
        server.push(made.key().id(), new Pong(1, 78));
        assertEquals(78, client.await(Pong.class).pingId());
    }

    @Test
    void whatFindsNoRequestWaitsForTheNext() {
        server.push(made.key().id(), new Pong(1, 79));
        client.poll(LONG);
        assertEquals(79, client.await(Pong.class).pingId());
    }

    @Test
    void aQueryThatTakesLongHindersNothing() {
        client.poll(LONG);
        PacketBuffer packet = new PacketBuffer();
        ContainerWriter container = session.openContainer(packet);
        container.add(AT_ONCE);
        long query = container.add(new HelpGetNearestDc());
        container.seal();
        client.sendPacket(packet, true);
        client.receiveOnce();
        assertTrue(client.isPolling());
        client.send(new Ping(4));
        assertEquals(4, client.await(Pong.class).pingId());
        mayAnswer.countDown();
        assertEquals(query, client.await(RpcResult.class).reqMsgId());
        assertFalse(client.isPolling());
        assertEquals(0, client.quickAck, "there is none over HTTP");
    }
}
