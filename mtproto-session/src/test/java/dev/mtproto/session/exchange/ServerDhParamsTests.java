package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.Digest;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.ServerDHParamsFail;
import dev.mtproto.tl.schema.ServerDHParamsOk;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the second answer: its form, its hash, its nonces. The numbers inside are the business of other tests. */
class ServerDhParamsTests {

    private static final int HASH = 20;

    private final ClientUnderTest client = new ClientUnderTest();
    private final AwaitingDHParams step = client.second();

    private void refuses(Check check, TlObject answer) {
        assertBroken(check, () -> ClientUnderTest.receive(step, answer));
        assertTrue(client.isErased());
        assertThrows(IllegalStateException.class, () -> ClientUnderTest.receive(step, answer));
    }

    @Test
    void isTakenIfAllIsRight() {
        AwaitingVerdict next = ClientUnderTest.receive(step, client.seal(client.inner()));
        assertEquals(client.attempt.nonce, next.query().nonce());
    }

    @Test
    @Tag("H2")
    void belongsToTheOwnNonce() {
        ServerDHParamsOk right = client.seal(client.inner());
        refuses(Check.H2, new ServerDHParamsOk(ClientUnderTest.OTHER, right.serverNonce(), right.encryptedAnswer()));
    }

    @Test
    @Tag("H3")
    void belongsToTheServersNonce() {
        ServerDHParamsOk right = client.seal(client.inner());
        refuses(Check.H3, new ServerDHParamsOk(right.nonce(), ClientUnderTest.OTHER, right.encryptedAnswer()));
    }

    @Test
    @Tag("H4")
    void isNoOtherObject() {
        refuses(Check.H4, new Pong(1, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 591, 593})
    @Tag("H8")
    void isWholeBlocksOfCiphertext(int length) {
        var answer =
                new ServerDHParamsOk(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, TlBytes.of(new byte[length]));
        refuses(Check.H8, answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48})
    @Tag("H9")
    void holdsMoreThanAHash(int length) {
        refuses(Check.H9, client.sealRaw(new byte[length]));
    }

    @Test
    @Tag("H9")
    void hashesTheObject() {
        byte[] text = text(client.inner(), 0);
        text[3] ^= 1;
        refuses(Check.H9, client.sealRaw(text));
    }

    @Test
    @Tag("H9")
    void hashesTheObjectAlone() {
        byte[] text = text(client.inner(), 0);
        Digest sha1 = TestServer.CRYPTO.newSha1();
        sha1.update(text, HASH, text.length - HASH);
        sha1.digest(text, 0);
        refuses(Check.H9, client.sealRaw(text));
    }

    @Test
    @Tag("H9")
    void hasAtMost15BytesOfPadding() {
        refuses(Check.H9, client.sealRaw(text(client.inner(), 16)));
    }

    @Test
    @Tag("H9")
    void holdsTheRightKindOfObject() {
        refuses(Check.H9, client.seal(new Pong(1, 2)));
    }

    @Test
    @Tag("H10")
    void repeatsTheNonceInside() {
        ServerDHInnerData right = client.inner();
        refuses(Check.H10, client.seal(inner(right, ClientUnderTest.OTHER, right.serverNonce())));
    }

    @Test
    @Tag("H10")
    void repeatsTheServersNonceInside() {
        ServerDHInnerData right = client.inner();
        refuses(Check.H10, client.seal(inner(right, right.nonce(), ClientUnderTest.OTHER)));
    }

    @Test
    @Tag("H20")
    void mayBeARefusalThatProvesItself() {
        Int128 hash = NonceHash.ofParamsFail(client.attempt.secrets.newNonce, TestServer.CRYPTO);
        String genuine = failure(new ServerDHParamsFail(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, hash));
        assertTrue(genuine.contains("refuses"), genuine);
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H20")
    void mayBeAForgedRefusalWhichIsToldApart() {
        String forged = failure(
                new ServerDHParamsFail(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, ClientUnderTest.OTHER));
        assertTrue(forged.contains("forgery"), forged);
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H2")
    void isNoRefusalOfAnotherExchange() {
        refuses(
                Check.H2,
                new ServerDHParamsFail(ClientUnderTest.OTHER, ClientUnderTest.SERVER_NONCE, ClientUnderTest.OTHER));
    }

    @Test
    @Tag("H3")
    void isNoRefusalOfAnotherServer() {
        refuses(Check.H3, new ServerDHParamsFail(client.attempt.nonce, ClientUnderTest.OTHER, ClientUnderTest.OTHER));
    }

    private String failure(TlObject answer) {
        return assertBroken(Check.H20, () -> ClientUnderTest.receive(step, answer))
                .getMessage();
    }

    private static ServerDHInnerData inner(ServerDHInnerData data, Int128 nonce, Int128 serverNonce) {
        assertNotEquals(ClientUnderTest.OTHER, data.nonce());
        return new ServerDHInnerData(nonce, serverNonce, data.g(), data.dhPrime(), data.gA(), data.serverTime());
    }

    /** Returns hash, object and padding, with more blocks of padding than there should be. */
    private static byte[] text(TlObject object, int morePadding) {
        byte[] data = Outcome.bytes(object);
        byte[] text = Arrays.copyOf(new byte[HASH], (HASH + data.length + 15) / 16 * 16 + morePadding);
        System.arraycopy(data, 0, text, HASH, data.length);
        int end = HASH + data.length;
        new SeededRandom(9).nextBytes(text, end, text.length - end);
        Digest sha1 = TestServer.CRYPTO.newSha1();
        sha1.update(data);
        sha1.digest(text, 0);
        return text;
    }
}
