package dev.mtproto.session.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.Check;
import dev.mtproto.api.Salt;
import dev.mtproto.crypto.Digest;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.DhGenRetry;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.SetClientDHParams;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for set_client_DH_params, and the verdicts. */
class ServerVerdictTests {

    private static final BigInteger P = TelegramGroup.PRIME;
    private static final BigInteger EDGE = BigInteger.ONE.shiftLeft(2048 - 64);

    private final ServerUnderTest server = new ServerUnderTest();
    private ServerDHInnerData answer;

    @BeforeEach
    void proceed() {
        answer = server.proceed();
    }

    @Test
    void givesTheKeyThatTheClientHas() {
        byte[] expected = TestServer.CRYPTO.modPow(answer.gA().toByteArray(), ServerUnderTest.B, ClientUnderTest.PRIME);
        AuthKey key = server.finish();
        byte[] value = new byte[256];
        key.copyTo(value, 0);
        assertArrayEquals(expected, value);
        assertEquals(List.of(key), server.added);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 335})
    @Tag("S9")
    void wantsWholeBlocks(int length) {
        server.refuses(Check.S9, server.raw(new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 336})
    @Tag("S9")
    void wantsAnObjectBehindItsHash(int length) {
        server.refuses(Check.S9, server.raw(new byte[length]));
    }

    private SetClientDHParams sealed(int hashFault, int morePadding) {
        byte[] data = Outcome.bytes(server.half(0, ServerUnderTest.G_B));
        byte[] text = new byte[(20 + data.length + 15) / 16 * 16 + morePadding];
        Digest sha1 = TestServer.CRYPTO.newSha1();
        sha1.update(data);
        sha1.digest(text, 0);
        text[19] ^= (byte) hashFault;
        System.arraycopy(data, 0, text, 20, data.length);
        TemporaryKeys keys = server.temporaryKeys();
        TestServer.CRYPTO.newAesIge().encrypt(keys.key(), keys.iv(), text, 0, text.length);
        return server.raw(text);
    }

    @Test
    @Tag("S9")
    void wantsTheRightHash() {
        server.refuses(Check.S9, sealed(1, 0));
    }

    @Test
    @Tag("S9")
    void wantsAtMost15BytesOfPadding() {
        server.refuses(Check.S9, sealed(0, 16));
    }

    @Test
    @Tag("S9")
    void wantsTheRightObject() {
        server.refuses(Check.S9, server.seal(new Ping(1)));
    }

    private SetClientDHParams sealed(Int128 nonce, Int128 serverNonce) {
        return server.seal(new ClientDHInnerData(nonce, serverNonce, 0, TlBytes.of(ServerUnderTest.G_B)));
    }

    @Test
    @Tag("S9")
    void wantsTheNonceInside() {
        server.refuses(Check.S9, sealed(ServerUnderTest.OTHER, server.resPq.serverNonce()));
    }

    @Test
    @Tag("S9")
    void wantsTheServersNonceInside() {
        server.refuses(Check.S9, sealed(ServerUnderTest.NONCE, ServerUnderTest.OTHER));
    }

    @Test
    @Tag("S9")
    void wantsNoRetryIdAtFirst() {
        server.refuses(Check.S9, server.seal(server.half(1, ServerUnderTest.G_B)));
    }

    private long refusedKey() {
        server.isFree = key -> false;
        server.send(server.setClientDhParams(), DhGenRetry::read);
        byte[] value = TestServer.CRYPTO.modPow(answer.gA().toByteArray(), ServerUnderTest.B, ClientUnderTest.PRIME);
        server.isFree = key -> true;
        return AuthKeyParts.of(value, TestServer.CRYPTO).retryId();
    }

    private SetClientDHParams again(long retryId) {
        byte[] other =
                TestServer.CRYPTO.modPow(new byte[] {3}, new SeededRandom(41).nextBytes(256), ClientUnderTest.PRIME);
        return server.seal(server.half(retryId, other));
    }

    @Test
    @Tag("S9")
    void wantsTheRetryIdOfTheRefusedKey() {
        server.refuses(Check.S9, again(refusedKey() + 1));
    }

    @Test
    @Tag("S9")
    void wantsARetryIdAtTheSecondAttempt() {
        refusedKey();
        server.refuses(Check.S9, again(0));
    }

    @Test
    @Tag("S11")
    void asksForAnotherKeyWhereTheIdIsTaken() {
        long retryId = refusedKey();
        assertTrue(server.added.get(0).isDestroyed());
        var created = assertInstanceOf(ServerReply.KeyCreated.class, server.send(again(retryId)));
        assertEquals(created.key(), server.added.get(1));
    }

    @Test
    @Tag("S11")
    void asksForAnotherKeyWhereTheIdIsZero() {
        ServerUnderTest zero =
                new ServerUnderTest(TestServer.options(), new ZeroIdCrypto().first(1), new SeededRandom(42));
        zero.proceed();
        zero.send(zero.setClientDhParams(), DhGenRetry::read);
        assertEquals(List.of(), zero.added);
        byte[] other =
                TestServer.CRYPTO.modPow(new byte[] {3}, new SeededRandom(43).nextBytes(256), ClientUnderTest.PRIME);
        assertInstanceOf(ServerReply.KeyCreated.class, zero.send(zero.seal(zero.half(0, other))));
    }

    static List<BigInteger> outside() {
        return ServerHalfTests.outside();
    }

    @ParameterizedTest
    @MethodSource("outside")
    @Tag("S10")
    void wantsAPublicValueInTheMiddle(BigInteger value) {
        server.refuses(Check.S10, server.seal(server.half(0, Unsigned.block(value))));
    }

    @Test
    @Tag("S10")
    void wantsNoPublicValueOfMoreThan256Bytes() {
        byte[] longer = new byte[257];
        System.arraycopy(ServerUnderTest.G_B, 0, longer, 1, 256);
        server.refuses(Check.S10, server.seal(server.half(0, longer)));
    }

    @Test
    void takesThePublicValueAtBothEnds() {
        byte[] low = Unsigned.minimal(EDGE);
        assertInstanceOf(ServerReply.KeyCreated.class, server.send(server.seal(server.half(0, low))));
        ServerUnderTest other = new ServerUnderTest();
        other.proceed();
        byte[] high = Unsigned.block(P.subtract(EDGE));
        assertInstanceOf(ServerReply.KeyCreated.class, other.send(other.seal(other.half(0, high))));
    }

    @Test
    void tellsTheFirstSalt() {
        byte[] expected = new byte[8];
        byte[] serverNonce = server.resPq.serverNonce().toByteArray();
        for (int i = 0; i < 8; i++) {
            expected[i] = (byte) (ServerUnderTest.NEW_NONCE[i] ^ serverNonce[i]);
        }
        var created = assertInstanceOf(ServerReply.KeyCreated.class, server.send(server.setClientDhParams()));
        long value = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertEquals(new Salt(value), created.firstSalt());
        assertEquals(8, Arrays.copyOf(serverNonce, 8).length);
    }
}
