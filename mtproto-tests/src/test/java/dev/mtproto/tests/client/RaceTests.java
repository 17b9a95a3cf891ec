package dev.mtproto.tests.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.MtprotoException;
import dev.mtproto.client.MtprotoClient;
import dev.mtproto.client.MtprotoClientBuilder;
import dev.mtproto.testkit.EmbeddedDataCenter;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.transport.Framing;
import dev.mtproto.transport.mtproxy.ProxySecret;
import dev.mtproto.transport.socket.Transport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several transports at a time: the first that completes is kept. */
@Timeout(60)
class RaceTests {

    private static final ProxySecret UNKNOWN = ProxySecret.plain(new byte[16]);

    /** The server reads it and says nothing. */
    private static final Transport SWALLOWED = Transport.mtproxy(UNKNOWN.padded());

    /** The server closes it. */
    private static final Transport CLOSED = Transport.mtproxy(UNKNOWN.fakeTls("example.com"));

    private static final Duration LONG = Duration.ofSeconds(50);
    private EmbeddedDataCenter server;

    @BeforeEach
    void start() {
        server = Setup.server()
                .proxySecret(ProxySecret.plain("sixteen bytes it".getBytes()))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MtprotoClientBuilder client() {
        return Setup.client(server);
    }

    @Test
    void theNextOneStartsWhenThePreferredOneSaysNothing() throws InterruptedException {
        Transport good = Transport.obfuscated(Framing.INTERMEDIATE);
        try (MtprotoClient client =
                client().race(List.of(SWALLOWED, good), Duration.ofMillis(20)).connect()) {
            assertEquals(good, client.transport());
            assertEquals(1, Setup.get(client.invoke(new Ping(1))).pingId());
        }
    }

    @Test
    void theNextOneStartsAtOnceWhenThePreferredOneFails() {
        try (MtprotoClient client =
                client().race(List.of(CLOSED, Transport.DEFAULT), LONG).connect()) {
            assertEquals(Transport.DEFAULT, client.transport());
        }
    }

    @Test
    void thePreferredOneIsKeptWhenItWorks() {
        try (MtprotoClient client =
                client().race(List.of(Transport.DEFAULT, CLOSED), LONG).connect()) {
            assertEquals(Transport.DEFAULT, client.transport());
        }
    }

    @Test
    void aKnownKeyIsProvedByAPing() throws InterruptedException {
        try (MtprotoClient first = client().connect()) {
            MtprotoClientBuilder again = client().authKey(first.authKey(), first.salt());
            try (MtprotoClient client = again.race(List.of(SWALLOWED, Transport.DEFAULT), Duration.ofMillis(20))
                    .connect()) {
                assertEquals(Transport.DEFAULT, client.transport());
                assertEquals(2, Setup.get(client.invoke(new Ping(2))).pingId());
            }
        }
    }

    @Test
    void whenAllFailTheReasonIsTold() {
        MtprotoClientBuilder client =
                client().answerTimeout(Duration.ofMillis(50)).race(List.of(CLOSED, SWALLOWED), Duration.ofMillis(1));
        MtprotoException e = assertThrows(MtprotoException.class, client::connect);
        assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
    }
}
