package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.MtprotoException;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionException;
import dev.mtproto.api.TransportException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.testkit.HostilePeer;
import dev.mtproto.testkit.HostilePeer.Script;
import dev.mtproto.tl.schema.Ping;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client bears whatever a server does: each attempt ends, with an exception of the library. */
@Timeout(60)
class HostilePeerTests {

    /** Tag, one length byte, plaintext header, req_pq_multi. */
    private static final int FIRST_QUERY = 1 + 1 + 20 + 20;

    private final Setup.Names names = new Setup.Names();

    private static Script send(String hex) {
        return HostilePeer.send(HexFormat.of().parseHex(hex));
    }

    private static MtprotoException connecting(Script script) {
        try (HostilePeer peer = HostilePeer.start(script)) {
            MtprotoClientBuilder client =
                    MtprotoClient.builder().address(peer.address()).crypto(Setup.CRYPTO);
            return assertThrows(MtprotoException.class, client::connect);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // closes at once
                "0a00", // half a frame
                "7f", // half a header
                "00", // no length
                "7f010000", // overlong
                "7fffffff", // 64 MiB
                "ffffffffffffffffffffffff",
                "0a0000000000000000015100000000000014000000636465660000000000000000000000000000000000000000",
                "05000000000000000001510000000000ffffffff"
            })
    void rubbishEndsTheAttempt(String hex) {
        MtprotoException e = connecting(HostilePeer.read(FIRST_QUERY).then(send(hex)));
        assertTrue(e instanceof KeyExchangeException || e instanceof TransportException, e.toString());
    }

    @Test
    @Tag("H22")
    void aTransportErrorEndsTheKeyExchange() {
        MtprotoException e = connecting(HostilePeer.read(FIRST_QUERY).then(send("0144feffff")));
        assertEquals(Check.H22, e.check().orElseThrow());
        assertEquals(-444, assertInstanceOf(KeyExchangeException.class, e).transportError());
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        try (HostilePeer peer = HostilePeer.start(HostilePeer.silence())) {
            MtprotoClientBuilder client = MtprotoClient.builder()
                    .address(peer.address())
                    .crypto(Setup.CRYPTO)
                    .answerTimeout(Duration.ofMillis(50));
            assertThrows(TransportException.class, client::connect);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12" + "0000000000000000" + "00000000000000000000000000000000" + "0000000000000000", // M17
                "16" + "0100000000000000"
            })
    void aPacketThatCannotBeOpenedEndsTheConnection(String start) throws InterruptedException {
        String packet = start + "ab".repeat(96);
        try (HostilePeer peer = HostilePeer.start(
                        HostilePeer.read(64).then(send(packet)).then(HostilePeer.silence()));
                MtprotoClient client = MtprotoClient.builder()
                        .address(peer.address())
                        .crypto(Setup.CRYPTO)
                        .listener(names)
                        .authKey(AuthKey.permanent(new byte[AuthKey.LENGTH], new AuthKeyId(1)), new Salt(0))
                        .connect()) {
            client.invoke(new Ping(1));
            assertInstanceOf(SessionException.class, names.loss());
        }
    }

    @Test
    void aTransportErrorEndsTheConnection() throws InterruptedException {
        try (HostilePeer peer = HostilePeer.start(
                        HostilePeer.read(64).then(send("016cfeffff")).then(HostilePeer.silence()));
                MtprotoClient client = MtprotoClient.builder()
                        .address(peer.address())
                        .crypto(Setup.CRYPTO)
                        .listener(names)
                        .authKey(AuthKey.permanent(new byte[AuthKey.LENGTH], new AuthKeyId(1)), new Salt(0))
                        .connect()) {
            client.invoke(new Ping(1));
            assertEquals(
                    -404,
                    assertInstanceOf(TransportException.class, names.loss()).code());
        }
    }
}
