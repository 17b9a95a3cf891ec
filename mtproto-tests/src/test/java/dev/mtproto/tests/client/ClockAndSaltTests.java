package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Salt;
import dev.mtproto.api.SessionId;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.Ping;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client whose clock or salt is wrong finds the right one by itself. */
@Timeout(60)
class ClockAndSaltTests {

    private static final Instant START = Instant.ofEpochSecond(1_800_000_000);

    private final ShiftedClock serverClock = new ShiftedClock(START);
    private final ShiftedClock clientClock = new ShiftedClock(START);
    private final Setup.Names names = new Setup.Names();
    private EmbeddedDataCenter server;

    @BeforeEach
    void start() {
        server = Setup.server().clock(serverClock).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MtprotoClient connect() {
        return Setup.client(server).clock(clientClock).listener(names).connect();
    }

    private MtprotoClient resume(AuthKey key, Salt salt) {
        return Setup.client(server)
                .clock(clientClock)
                .listener(names)
                .authKey(key, salt)
                .connect();
    }

    private AuthKey makeKey() {
        try (MtprotoClient client = connect()) {
            return client.authKey();
        }
    }

    private static void works(MtprotoClient client) throws InterruptedException {
        assertEquals(2, Setup.get(client.invoke(new HelpGetNearestDc())).thisDc());
    }

    @Test
    void aWrongSaltIsReplaced() throws InterruptedException {
        AuthKey key = makeKey();
        try (MtprotoClient client = resume(key, new Salt(12345))) {
            works(client);
            assertNotEquals(new Salt(12345), client.salt());
        }
        assertTrue(names.names.contains("bad_server_salt"), names.names.toString());
    }

    @Test
    void aSaltThatIsOverIsReplaced() throws InterruptedException {
        try (MtprotoClient client = connect()) {
            works(client);
            Salt before = client.salt();
            serverClock.advance(Duration.ofHours(2));
            clientClock.advance(Duration.ofHours(2));
            works(client);
            assertNotEquals(before, client.salt());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-36_000, -400, 100, 36_000})
    void theKeyExchangeShowsTheServersTime(long skew) throws InterruptedException {
        clientClock.advance(Duration.ofSeconds(skew));
        try (MtprotoClient client = connect()) {
            works(client);
            assertEquals(-skew, client.timeOffset().toSeconds(), 1);
        }
        assertFalse(names.names.contains("bad_msg_notification"), names.names.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {-36_000, -400, 100, 36_000})
    void withoutAnExchangeTheFirstAnswerShowsIt(long skew) throws InterruptedException {
        AuthKey key = makeKey();
        clientClock.advance(Duration.ofSeconds(skew));
        try (MtprotoClient client = resume(key, new Salt(0))) {
            works(client);
            assertEquals(-skew, client.timeOffset().toSeconds(), 1);
        }
        assertTrue(names.names.contains("bad_msg_notification"), names.names.toString());
    }

    @Test
    void aClockThatJumpsAheadCostsASession() throws InterruptedException {
        try (MtprotoClient client = connect()) {
            works(client);
            SessionId before = client.sessionId();
            clientClock.advance(Duration.ofHours(5));
            works(client);
            assertNotEquals(before, client.sessionId());
            assertEquals(7, Setup.get(client.invoke(new Ping(7))).pingId());
        }
    }

    @Test
    void aClockThatFallsBackIsCorrected() throws InterruptedException {
        try (MtprotoClient client = connect()) {
            works(client);
            clientClock.advance(Duration.ofHours(-5));
            client.invoke(new Ping(1)); // its answer shows the time, and is not taken
            assertTrue(names.refusal.await(30, TimeUnit.SECONDS));
            works(client);
            assertEquals(Duration.ofHours(5).toSeconds(), client.timeOffset().toSeconds(), 1);
        }
    }
}
