package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ReqPq;
import dev.mtproto.tl.schema.ReqPqMulti;
import dev.mtproto.tl.schema.ResPQ;
import dev.mtproto.tl.schema.SetClientDHParams;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which query a server takes when, and what it says to repeats. */
class ServerOrderTests {

    private static final ServerReply ANSWER = new ServerReply.Answer();

    private final ServerUnderTest server = new ServerUnderTest();

    private byte[] answerTo(byte[] packet) {
        ServerReply reply = server.exchange.receive(packet, 0, packet.length, server.out);
        assertEquals(ANSWER, reply);
        return Packets.body(Packets.of(server.out));
    }

    /** A repeat, with other bytes behind it and another message_id, gets the same object. */
    private void assertRepeats(TlObject query, byte[] answer) {
        byte[] packet = Packets.of(query);
        assertArrayEquals(answer, answerTo(packet));
        byte[] tail = Packets.withTail(packet, new SeededRandom(1).nextBytes(32));
        tail[8] ^= 4;
        assertArrayEquals(answer, answerTo(tail));
    }

    @Test
    @Tag("S1")
    void repeatsEveryAnswerUntilTheNextQuery() {
        assertRepeats(new ReqPqMulti(ServerUnderTest.NONCE), Outcome.bytes(server.resPq));
        server.proceed();
        assertRepeats(server.reqDhParams(), Packets.body(Packets.of(server.out)));
        server.finish();
        assertRepeats(server.setClientDhParams(), Packets.body(Packets.of(server.out)));
        assertEquals(1, server.added.size());
    }

    @Test
    @Tag("S1")
    void repeatsARetryToo() {
        server.proceed();
        server.isFree = key -> false;
        SetClientDHParams query = server.setClientDhParams();
        assertEquals(ANSWER, server.send(query));
        assertRepeats(query, Packets.body(Packets.of(server.out)));
        assertEquals(1, server.added.size());
    }

    @Test
    @Tag("S1")
    void refusesTheLastStepBeforeTheMiddleOne() {
        server.refuses(Check.S1, server.setClientDhParams());
    }

    @Test
    @Tag("S1")
    void refusesTheMiddleStepTwice() {
        server.proceed();
        server.refuses(Check.S1, server.reqDhParams(ServerUnderTest.encrypt(new Ping(1))));
    }

    @Test
    @Tag("S1")
    void refusesAnyFurtherQueryOnceTheKeyIsMade() {
        server.proceed();
        server.finish();
        server.refuses(Check.S1, server.seal(server.half(1, ServerUnderTest.G_B)));
    }

    @Test
    @Tag("S1")
    void refusesWhatIsNoQueryOfAnExchange() {
        server.refuses(Check.S1, new Ping(1));
        server.refuses(Check.S1, server.resPq);
        server.refuses(Check.S1, new DhGenOk(ServerUnderTest.NONCE, ServerUnderTest.NONCE, ServerUnderTest.NONCE));
    }

    @Test
    @Tag("S1")
    void refusesAQueryThatIsCutOff() {
        byte[] body = Outcome.bytes(server.reqDhParams());
        byte[] cut = Packets.of(Arrays.copyOf(body, body.length - 4));
        assertEquals(new ServerReply.Refused(Check.S1, -404), server.exchange.receive(cut, 0, cut.length, server.out));
    }

    @Test
    @Tag("H1")
    void refusesWhatIsNoPlaintextMessage() {
        byte[] packet = Packets.of(new ReqPqMulti(ServerUnderTest.OTHER));
        packet[0] = 1;
        assertEquals(
                new ServerReply.Refused(Check.H1, -404), server.exchange.receive(packet, 0, packet.length, server.out));
    }

    @Test
    @Tag("S1")
    void refusesAllLaterQueriesOfAnExchangeThatFailed() {
        ReqDHParams right = server.reqDhParams();
        server.refuses(Check.S5, server.reqDhParams(new byte[256]));
        server.refuses(Check.S2, right);
        ResPQ anew = server.ask(ServerUnderTest.NONCE);
        assertNotEquals(server.resPq.serverNonce(), anew.serverNonce());
    }

    @Test
    @Tag("S2")
    void refusesANonceThatItDoesNotKnow() {
        ReqDHParams right = server.reqDhParams();
        server.refuses(
                Check.S2,
                new ReqDHParams(
                        ServerUnderTest.OTHER,
                        right.serverNonce(),
                        right.p(),
                        right.q(),
                        right.publicKeyFingerprint(),
                        right.encryptedData()));
        assertEquals(ANSWER, server.send(right));
    }

    @Test
    @Tag("S2")
    void refusesAnotherServerNonceInTheMiddle() {
        ReqDHParams right = server.reqDhParams();
        server.refuses(
                Check.S2,
                new ReqDHParams(
                        right.nonce(),
                        ServerUnderTest.OTHER,
                        right.p(),
                        right.q(),
                        right.publicKeyFingerprint(),
                        right.encryptedData()));
    }

    @Test
    @Tag("S2")
    void refusesAnotherServerNonceAtTheEnd() {
        server.proceed();
        SetClientDHParams right = server.setClientDhParams();
        server.refuses(Check.S2, new SetClientDHParams(right.nonce(), ServerUnderTest.OTHER, right.encryptedData()));
    }

    @Test
    void takesTheLegacyQueryAndMessageIdZero() {
        byte[] packet = Packets.of(new ReqPq(ServerUnderTest.OTHER));
        Arrays.fill(packet, 8, 16, (byte) 0);
        byte[] body = answerTo(packet);
        assertEquals(
                ServerUnderTest.OTHER,
                ResPQ.read(new TlReader(body, 0, body.length)).nonce());
    }

    @Test
    @Tag("S13")
    void startsAnewWhereTheFirstQueryComesAgainLate() {
        server.proceed();
        ResPQ anew = server.ask(ServerUnderTest.NONCE);
        assertNotEquals(server.resPq.serverNonce(), anew.serverNonce());
        server.refuses(Check.S1, server.setClientDhParams());
    }

    @Test
    @Tag("S12")
    void keepsAnExchangeForTenMinutes() {
        server.clock.advance(Duration.ofMinutes(10));
        assertEquals(ANSWER, server.send(server.reqDhParams()));
        server.clock.advance(Duration.ofSeconds(1));
        server.refuses(Check.S2, server.setClientDhParams());
        assertEquals(0, server.exchange.size());
    }

    @Test
    @Tag("S12")
    void startsAnewWhereTheFirstQueryIsRepeatedTooLate() {
        server.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertNotEquals(
                server.resPq.serverNonce(), server.ask(ServerUnderTest.NONCE).serverNonce());
    }

    @Test
    @Tag("S12")
    void forgetsTheOldestWhereThereAreTooMany() {
        ServerUnderTest small =
                new ServerUnderTest(TestServer.options().capacity(4), TestServer.CRYPTO, new SeededRandom(27));
        for (int i = 0; i < 20; i++) {
            small.ask(Int128.of(new SeededRandom(100 + i).nextBytes(16)));
            assertTrue(small.exchange.size() <= 4);
        }
        small.refuses(Check.S2, small.reqDhParams());
    }

    @Test
    @Tag("S12")
    void clearsAwayWhatIsTooOldWhenAnotherStarts() {
        server.clock.advance(Duration.ofMinutes(11));
        server.ask(ServerUnderTest.OTHER);
        assertEquals(1, server.exchange.size());
    }
}
