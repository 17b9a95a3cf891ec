package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.DhGenFail;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.DhGenRetry;
import dev.mtproto.tl.schema.Pong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the last answer. */
class VerdictTests {

    private static final Int128 NONCE = ClientUnderTest.OTHER;
    private static final Int128 SERVER = ClientUnderTest.SERVER_NONCE;

    private final ClientUnderTest client = new ClientUnderTest();
    private final AwaitingVerdict step = client.third();

    private void refuses(Check check, TlObject answer) {
        assertBroken(check, () -> ClientUnderTest.receive(step, answer));
        assertTrue(client.isErased());
        assertThrows(IllegalStateException.class, () -> ClientUnderTest.receive(step, answer));
    }

    private static TlObject verdict(int number, Int128 nonce, Int128 serverNonce, Int128 hash) {
        return switch (number) {
            case NonceHash.OK -> new DhGenOk(nonce, serverNonce, hash);
            case NonceHash.RETRY -> new DhGenRetry(nonce, serverNonce, hash);
            default -> new DhGenFail(nonce, serverNonce, hash);
        };
    }

    private TlObject verdict(int number, Int128 hash) {
        return verdict(number, client.attempt.nonce, SERVER, hash);
    }

    @Test
    @Tag("H21")
    void givesTheKeyThatTheServerHas() {
        AuthKeyParts key = client.key();
        var created = assertInstanceOf(
                Verdict.Created.class, ClientUnderTest.receive(step, verdict(NonceHash.OK, client.hash(1))));
        byte[] value = new byte[256];
        created.result().key().copyTo(value, 0);
        assertArrayEquals(key.value(), value);
        assertEquals(100, created.result().timeOffsetSeconds());
        assertTrue(created.result().key().expiresAt().isEmpty());
        assertTrue(client.isErased());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("H2")
    void belongsToTheOwnNonce(int number) {
        refuses(Check.H2, verdict(number, NONCE, SERVER, client.hash(number)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("H3")
    void belongsToTheServersNonce(int number) {
        refuses(Check.H3, verdict(number, client.attempt.nonce, NONCE, client.hash(number)));
    }

    @Test
    @Tag("H4")
    void isNoOtherObject() {
        refuses(Check.H4, new Pong(1, 2));
    }

    @Test
    @Tag("H4")
    void isNoAnswerOfAnEarlierStep() {
        refuses(Check.H4, client.resPq());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("H17")
    void carriesTheHashOfItsKind(int number) {
        String message = assertBroken(
                        Check.H17, () -> ClientUnderTest.receive(step, verdict(number, client.hash(number % 3 + 1))))
                .getMessage();
        assertTrue(message.contains("new_nonce_hash" + number), message);
        assertTrue(client.isErased());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Tag("H17")
    void carriesNoMadeUpHash(int number) {
        String message = assertBroken(Check.H17, () -> ClientUnderTest.receive(step, verdict(number, NONCE)))
                .getMessage();
        assertTrue(message.contains("new_nonce_hash" + number), message);
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H17")
    void mayBeAGenuineRefusal() {
        String message = assertBroken(
                        Check.H17, () -> ClientUnderTest.receive(step, verdict(NonceHash.FAIL, client.hash(3))))
                .getMessage();
        assertTrue(message.contains("dh_gen_fail"), message);
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H19")
    void mayAskForAnotherKeyFiveTimes() {
        AwaitingVerdict current = step;
        long expected = 0;
        List<byte[]> seen = new ArrayList<>();
        for (int retry = 0; retry < 5; retry++) {
            assertEquals(expected, sent(current).retryId());
            seen.add(sent(current).gB().toByteArray());
            expected = client.key().retryId();
            var again = assertInstanceOf(
                    Verdict.Again.class, ClientUnderTest.receive(current, verdict(NonceHash.RETRY, client.hash(2))));
            current = again.next();
        }
        assertEquals(expected, sent(current).retryId());
        assertEquals(5, seen.stream().map(Arrays::hashCode).distinct().count());
        AwaitingVerdict last = current;
        TlObject sixth = verdict(NonceHash.RETRY, client.hash(2));
        assertBroken(Check.H19, () -> ClientUnderTest.receive(last, sixth));
        assertTrue(client.isErased());
    }

    @Test
    @Tag("H19")
    void mayAskFiveTimesAndThenBeContent() {
        AwaitingVerdict current = step;
        for (int retry = 0; retry < 5; retry++) {
            TlObject answer = verdict(NonceHash.RETRY, client.hash(2));
            current = ((Verdict.Again) ClientUnderTest.receive(current, answer)).next();
        }
        TlObject answer = verdict(NonceHash.OK, client.hash(1));
        assertInstanceOf(Verdict.Created.class, ClientUnderTest.receive(current, answer));
    }

    @Test
    void leavesTheStepBeforeItWithoutUse() {
        TlObject answer = verdict(NonceHash.RETRY, client.hash(2));
        ClientUnderTest.receive(step, answer);
        assertThrows(IllegalStateException.class, () -> ClientUnderTest.receive(step, answer));
        assertNotEquals(0, client.attempt.secrets.b[0] | client.attempt.secrets.b[1]);
    }

    private ClientDHInnerData sent(AwaitingVerdict current) {
        return HashedText.open(
                current.query().encryptedData().toByteArray(),
                client.temporaryKeys(),
                TestServer.CRYPTO,
                ClientDHInnerData::read,
                Check.S9,
                Check.S9);
    }
}
