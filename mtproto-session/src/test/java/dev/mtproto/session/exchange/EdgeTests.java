package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.api.Salt;
import dev.mtproto.test.FakeClock;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.ReqDHParams;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers, lengths and tables at their very limits. */
class EdgeTests {

    @Test
    void aPacketIsWrittenOverWhatTheBufferHeld() {
        PacketBuffer out = new PacketBuffer();
        Arrays.fill(out.array(), (byte) 0x55);
        int length = PlainMessage.write(new Ping(7), 0x0807060504030201L, out);
        assertEquals(32, length);
        byte[] packet = Packets.of(out);
        PlainMessage message = PlainMessage.read(packet, 0, packet.length);
        assertEquals(0x0807060504030201L, message.msgId());
        assertEquals(12, message.length());
    }

    @Test
    @Tag("H13")
    void aGeneratorIsAResidueOfEverySafePrime() {
        int primes = 0;
        for (int number = 11; number < 20_000; number += 2) {
            BigInteger p = BigInteger.valueOf(number);
            BigInteger half = p.shiftRight(1);
            if (p.isProbablePrime(50) && half.isProbablePrime(50)) {
                primes++;
                for (int g = 2; g <= 7; g++) {
                    boolean residue = BigInteger.valueOf(g).modPow(half, p).equals(BigInteger.ONE);
                    assertEquals(residue, DhCheck.isGenerator(g, p), g + " mod " + number);
                }
            }
        }
        assertTrue(primes > 100);
        assertFalse(DhCheck.isGenerator(1, BigInteger.valueOf(23)));
        assertFalse(DhCheck.isGenerator(8, BigInteger.valueOf(23)));
    }

    @Test
    @Tag("H6")
    void aProductMayHaveASingleByte() {
        ClientUnderTest client = new ClientUnderTest();
        byte[] body = Outcome.bytes(client.resPq(new byte[] {15}, List.of(ClientUnderTest.fingerprint())));
        AwaitingDHParams next = client.first.receive(body, 0, body.length);
        ReqDHParams query = (ReqDHParams) next.query();
        assertEquals(TlBytes.of((byte) 3), query.p());
        assertEquals(TlBytes.of((byte) 5), query.q());
    }

    @Test
    @Tag("H5")
    void theKeysOfAStrangeServerAreNamed() {
        ClientUnderTest client = new ClientUnderTest();
        byte[] pq = Unsigned.minimal(ClientUnderTest.PRIMES.product()).toByteArray();
        byte[] body = Outcome.bytes(client.resPq(pq, List.of(0x8877665544332211L)));
        String message = assertBroken(Check.H5, () -> client.first.receive(body, 0, body.length))
                .getMessage();
        assertTrue(message.contains("[1122334455667788]"), message);
    }

    @Test
    @Tag("H9")
    void aWholeBlockOfPaddingIsTooMuch() {
        TemporaryKeys keys = new ClientUnderTest().temporaryKeys();
        byte[] content = Outcome.bytes(new Ping(5));
        for (int padding : new int[] {0, 16}) {
            byte[] text = new byte[20 + content.length + padding];
            var sha1 = TestServer.CRYPTO.newSha1();
            sha1.update(content);
            sha1.digest(text, 0);
            System.arraycopy(content, 0, text, 20, content.length);
            TestServer.CRYPTO.newAesIge().encrypt(keys.key(), keys.iv(), text, 0, text.length);
            if (padding == 0) {
                Ping read = HashedText.open(text, keys, TestServer.CRYPTO, Ping::read, Check.H8, Check.H9);
                assertEquals(new Ping(5), read);
                assertArrayEquals(new byte[text.length], text, "the plaintext is wiped");
            } else {
                assertBroken(
                        Check.H9, () -> HashedText.open(text, keys, TestServer.CRYPTO, Ping::read, Check.H8, Check.H9));
            }
        }
    }

    @Test
    @Tag("S12")
    void aFullTableForgetsTheOldestAndNoMore() {
        ServerUnderTest server =
                new ServerUnderTest(TestServer.options().capacity(3), TestServer.CRYPTO, new SeededRandom(27));
        Int128 second = nonce(1);
        server.ask(second);
        server.ask(nonce(2));
        assertEquals(3, server.exchange.size());
        Int128 before = server.ask(second).serverNonce();
        server.ask(nonce(3));
        assertEquals(3, server.exchange.size());
        assertEquals(before, server.ask(second).serverNonce(), "the second is still there");
        server.refuses(Check.S2, server.reqDhParams());
    }

    @Test
    @Tag("S12")
    void whatIsTooOldGoesAndWhatIsNotStays() {
        ServerUnderTest server = new ServerUnderTest();
        server.clock.advance(Duration.ofMinutes(6));
        Int128 second = nonce(1);
        Int128 before = server.ask(second).serverNonce();
        server.clock.advance(Duration.ofMinutes(6));
        server.ask(nonce(2));
        assertEquals(2, server.exchange.size());
        assertEquals(before, server.ask(second).serverNonce());
    }

    @Test
    @Tag("S11")
    @Tag("H21")
    void aKeyThatIsNotAdmittedIsErased() {
        List<AuthKey> offered = new ArrayList<>();
        AuthKeyRegistry strict = new AuthKeyRegistry() {
            @Override
            public boolean add(AuthKey key, Salt firstSalt) {
                throw new AssertionError("not admitted");
            }

            @Override
            public boolean admits(AuthKey key) {
                offered.add(key);
                return false;
            }
        };
        FakeClock clock = FakeClock.at(1_700_000_000);
        ServerExchange server = new ServerExchange(
                TestServer.options().build(), TestServer.CRYPTO, new SeededRandom(61), clock, strict);
        PacketBuffer out = new PacketBuffer();
        ClientKeyExchange client = new ClientKeyExchange(
                ExchangeRequest.permanent(TestServer.PUBLIC, TestServer.DC),
                TestServer.CRYPTO,
                new SeededRandom(62),
                clock);
        client.start(out);
        for (int i = 0; i < 2; i++) {
            answer(server, out);
            byte[] answer = Packets.of(out);
            client.receive(answer, 0, answer.length, out);
        }
        answer(server, out);
        byte[] last = Packets.of(out);
        assertBroken(Check.H17, () -> client.receive(last, 0, last.length, out));
        assertEquals(1, offered.size());
        assertTrue(offered.get(0).isDestroyed());
    }

    @Test
    void smallNumbersAreNoPrimes() {
        for (long number : new long[] {Long.MIN_VALUE, -7, -1, 0, 1, 4, 9}) {
            assertFalse(SmallPrimes.isPrime(number), number + "");
        }
        for (long number : new long[] {2, 3, 5, 37, 41, 2_147_483_647L}) {
            assertTrue(SmallPrimes.isPrime(number), number + "");
        }
    }

    @Test
    void numbersOfOneToEightBytesAreCompared() {
        assertArrayEquals(new byte[1], Unsigned.minimal(BigInteger.ZERO));
        assertArrayEquals(new byte[] {(byte) 0x80}, Unsigned.minimal(BigInteger.valueOf(128)));
        assertTrue(Unsigned.holds(TlBytes.of((byte) 5), 5));
        assertTrue(Unsigned.holds(TlBytes.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 5}), 5));
        assertFalse(Unsigned.holds(TlBytes.EMPTY, 0));
        assertFalse(Unsigned.holds(TlBytes.of(new byte[9]), 0));
    }

    @Test
    @Tag("H21")
    void whatIsTakenOutOfAWriterDoesNotStayThere() {
        TlWriter writer = new TlWriter();
        new Ping(-1).writeTo(writer);
        byte[] held = writer.array();
        assertArrayEquals(Outcome.bytes(new Ping(-1)), Wipe.take(writer));
        assertArrayEquals(new byte[held.length], held);
    }

    @Test
    void secretsAreNotShown() {
        byte[] nonce = ServerUnderTest.NEW_NONCE;
        TemporaryKeys keys = TemporaryKeys.derive(nonce, new byte[16], TestServer.CRYPTO);
        AuthKeyParts parts = AuthKeyParts.of(ServerUnderTest.G_B, TestServer.CRYPTO);
        for (String shown : List.of(keys.toString(), parts.toString())) {
            assertTrue(shown.length() > 1 && shown.length() < 50, shown);
            assertFalse(shown.contains("@"), shown);
        }
    }

    @Test
    void aServerStandsForDc2UnlessItIsToldOtherwise() {
        ServerExchangeOptions options =
                ServerExchangeOptions.builder().keys(TestServer.KEY).build();
        for (int dc : new int[] {2, -2}) {
            assertTrue(options.acceptsDc().test(dc));
        }
        for (int dc : new int[] {0, 1, -1, 3, 10_002}) {
            assertFalse(options.acceptsDc().test(dc));
        }
    }

    @Test
    void aRequestForATemporaryKeyNamesItsLife() {
        ExchangeRequest request = ExchangeRequest.temporary(TestServer.PUBLIC, TestServer.DC, 600);
        assertEquals(600, request.expiresIn().orElseThrow());
        assertNotEquals(request, ExchangeRequest.permanent(TestServer.PUBLIC, TestServer.DC));
    }

    private static void answer(ServerExchange server, PacketBuffer out) {
        byte[] query = Packets.of(out);
        server.receive(query, 0, query.length, out);
    }

    private static Int128 nonce(int seed) {
        return Int128.of(new SeededRandom(100 + seed).nextBytes(16));
    }
}
