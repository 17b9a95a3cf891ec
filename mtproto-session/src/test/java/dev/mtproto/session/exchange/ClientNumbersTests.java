package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.mtproto.api.Check;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.test.Fields;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.test.Vectors;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.DhGenOk;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The client's own half of the key, and the key. */
class ClientNumbersTests {

    private static final byte[] ONE = Arrays.copyOf(new byte[0], 256);

    static {
        ONE[255] = 1;
    }

    /** Gives the listed values for b, and anything for the rest. */
    private static RandomSource withB(byte[]... values) {
        Deque<byte[]> left = new ArrayDeque<>(List.of(values));
        RandomSource rest = new SeededRandom(11);
        return (target, offset, length) -> {
            if (length == 256 && !left.isEmpty()) {
                System.arraycopy(left.remove(), 0, target, offset, length);
            } else {
                rest.nextBytes(target, offset, length);
            }
        };
    }

    @Test
    @Tag("H15")
    void drawsAgainWhereItsOwnHalfIsTooSmall() {
        byte[] good = new SeededRandom(12).nextBytes(256);
        ClientUnderTest client = new ClientUnderTest(TestServer.CRYPTO, withB(ONE, ONE, good));
        AwaitingVerdict step = client.third();
        assertArrayEquals(good, client.attempt.secrets.b);
        byte[] expected = TestServer.CRYPTO.modPow(new byte[] {3}, good, ClientUnderTest.PRIME);
        assertArrayEquals(expected, sent(client, step).gB().toByteArray());
    }

    @Test
    @Tag("H15")
    void givesUpOnASourceThatDrawsNothingElse() {
        byte[][] ones = new byte[200][];
        Arrays.fill(ones, ONE);
        ClientUnderTest client = new ClientUnderTest(TestServer.CRYPTO, withB(ones));
        assertBroken(Check.H15, client::third);
    }

    @Test
    @Tag("H18")
    void keepsTheLeadingZerosOfTheKey() {
        Fields vector = Vectors.object("e2e").object("auth_key_leading_zero");
        ClientUnderTest client = new ClientUnderTest(TestServer.CRYPTO, withB(vector.hex("b")));
        AwaitingDHParams second = client.second();
        AwaitingVerdict step =
                ClientUnderTest.receive(second, client.seal(client.inner(ClientUnderTest.PRIME, 3, vector.hex("g_a"))));
        assertArrayEquals(vector.hex("g_b"), sent(client, step).gB().toByteArray());
        Int128 hash = NonceHash.of(
                client.attempt.secrets.newNonce, NonceHash.OK, vector.hex("auth_key_aux_hash"), TestServer.CRYPTO);
        var answer = new DhGenOk(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, hash);
        var created = assertInstanceOf(Verdict.Created.class, ClientUnderTest.receive(step, answer));
        byte[] key = new byte[256];
        created.result().key().copyTo(key, 0);
        assertArrayEquals(vector.hex("auth_key"), key);
        assertEquals(vector.wireLong("auth_key_id"), created.result().key().id().value());
    }

    @Test
    @Tag("H18")
    void takesNoKeyWhoseIdIsZero() {
        ClientUnderTest client = new ClientUnderTest(new ZeroIdCrypto(), new SeededRandom(13));
        AwaitingVerdict step = client.third();
        byte[] auxHash = new byte[8];
        Int128 hash = NonceHash.of(client.attempt.secrets.newNonce, NonceHash.OK, auxHash, TestServer.CRYPTO);
        var answer = new DhGenOk(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, hash);
        assertBroken(Check.H18, () -> ClientUnderTest.receive(step, answer));
    }

    private static ClientDHInnerData sent(ClientUnderTest client, AwaitingVerdict step) {
        return HashedText.open(
                step.query().encryptedData().toByteArray(),
                client.temporaryKeys(),
                TestServer.CRYPTO,
                ClientDHInnerData::read,
                Check.S9,
                Check.S9);
    }
}
