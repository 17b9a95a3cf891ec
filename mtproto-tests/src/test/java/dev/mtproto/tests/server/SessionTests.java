package dev.mtproto.tests.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.session.exchange.ExchangeResult;
import dev.mtproto.session.message.EncryptedSession;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.testkit.SettableClock;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.GetFutureSalts;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.InvokeWithoutUpdates;
import dev.mtproto.tl.schema.MsgResendAnsReq;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.NewSessionCreated;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.PingDelayDisconnect;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.RpcResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of the data centre over connections that come and go. */
@Timeout(60)
class SessionTests {

    private static final NearestDc UPDATE = new NearestDc("XX", 1, 2);

    private final SettableClock clock = new SettableClock(Instant.now());
    private EmbeddedDataCenter server;
    private RawClient client;
    private ExchangeResult made;
    private EncryptedSession session;

    @BeforeEach
    void connect() {
        server = Peers.server().clock(clock).saltPeriod(Duration.ofSeconds(60)).start();
        client = Peers.connect(server);
        made = client.exchange(server, OptionalInt.empty());
        session = client.open(made.key(), made.firstSalt());
        client.send(new Ping(1));
        client.await(Pong.class);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private boolean push() {
        return server.push(made.key().id(), session.sessionId(), UPDATE);
    }

    @Test
    void whatWasNotAcknowledgedComesAgainOnTheNextConnection() {
        client.acknowledge();
        client.send(new HelpGetNearestDc());
        client.await(RpcResult.class);
        long answer = client.unacknowledged.element();
        client.close();
        try (RawClient next = Peers.connect(server)) {
            next.resume(session);
            next.send(new Ping(2));
            assertEquals(answer, next.awaitRepeated());
            next.acknowledge();
            assertEquals(0, next.repeated.size(), "what was acknowledged does not come again");
        }
    }

    @Test
    void packetsTakeTheConnectionThatWasHeardLast() {
        try (RawClient other = Peers.connect(server)) {
            other.resume(session);
            other.send(new Ping(2));
            assertEquals(2, other.await(Pong.class).pingId());
            assertTrue(push());
            assertEquals(UPDATE, other.await(NearestDc.class));
            client.send(new Ping(3));
            assertEquals(3, client.await(Pong.class).pingId());
            assertTrue(push());
            assertEquals(UPDATE, client.await(NearestDc.class));
            long unacknowledged = client.unacknowledged.peekLast();
            client.close();
            long repeated = other.awaitRepeated();
            while (repeated != unacknowledged) {
                repeated = other.awaitRepeated();
            }
            assertTrue(push());
            assertEquals(UPDATE, other.await(NearestDc.class));
        }
    }

    @Test
    void aSessionThatWantsNoUpdatesGetsNone() {
        client.send(new InvokeWithoutUpdates<>(new HelpGetNearestDc()));
        client.await(RpcResult.class);
        assertFalse(push());
        assertEquals(0, server.push(made.key().id(), UPDATE));
        client.send(new HelpGetNearestDc());
        client.await(RpcResult.class);
        assertTrue(push());
        assertEquals(UPDATE, client.await(NearestDc.class));
    }

    @Test
    void anUpdateWaitsForTheClientToConnectAgain() {
        client.acknowledge();
        client.send(new Ping(9));
        client.await(Pong.class);
        server.closeConnections();
        client.awaitEnd();
        assertTrue(push());
        try (RawClient next = Peers.connect(server)) {
            next.resume(session);
            next.send(new Ping(2));
            assertEquals(UPDATE, next.await(NearestDc.class));
        }
        assertFalse(server.push(made.key().id(), new SessionId(1), UPDATE));
    }

    @Test
    void anUpdateOfAKeyReachesAllItsSessions() {
        try (RawClient second = Peers.connect(server);
                RawClient stranger = Peers.client(server)) {
            second.open(made.key(), made.firstSalt());
            second.send(new Ping(2));
            second.await(Pong.class);
            stranger.send(new Ping(3));
            stranger.await(Pong.class);
            assertEquals(2, server.push(made.key().id(), UPDATE));
            assertEquals(UPDATE, client.await(NearestDc.class));
            assertEquals(UPDATE, second.await(NearestDc.class));
            stranger.send(new Ping(4));
            stranger.await(Pong.class);
            assertTrue(stranger.received.isEmpty());
        }
    }

    @Test
    void aRestartForgetsSessionsButNotKeys() {
        server.restart();
        client.awaitEnd();
        try (RawClient next = Peers.connect(server)) {
            next.resume(session);
            long first = next.send(new Ping(2));
            assertEquals(first, next.await(NewSessionCreated.class).firstMsgId());
            assertEquals(2, next.await(Pong.class).pingId());
        }
    }

    @Test
    void saltsAreReplacedAtWillAndWithTime() {
        server.rotateSalts();
        client.send(new Ping(2));
        long fresh = client.await(BadServerSalt.class).newServerSalt();
        assertNotEquals(made.firstSalt().value(), fresh);
        session.salt(new Salt(fresh));
        client.send(new GetFutureSalts(2));
        FutureSalts salts = client.await(FutureSalts.class);
        assertEquals(fresh, salts.salts().get(0).salt());
        assertEquals(
                60, salts.salts().get(1).validSince() - salts.salts().get(0).validSince());
        clock.advance(Duration.ofSeconds(125));
        client.send(new Ping(3));
        assertNotEquals(fresh, client.await(BadServerSalt.class).newServerSalt());
    }

    @Test
    void theConnectionIsClosedWhenThePingsThatWereToldOfDoNotCome() {
        client.send(new PingDelayDisconnect(5, 75));
        assertEquals(5, client.await(Pong.class).pingId());
        clock.advance(Duration.ofSeconds(76));
        client.awaitEnd();
        assertEquals(0, client.error);
    }

    @Test
    void anAnswerIsSentAgainWhenItIsAskedFor() {
        long query = client.send(new HelpGetNearestDc());
        client.await(RpcResult.class);
        long answer = client.unacknowledged.peekLast();
        client.send(new MsgResendAnsReq(List.of(query)));
        assertEquals(answer, client.awaitRepeated());
    }
}
