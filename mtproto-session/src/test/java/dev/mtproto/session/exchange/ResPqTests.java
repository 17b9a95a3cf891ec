package dev.mtproto.session.exchange;

import static dev.mtproto.session.exchange.Refusals.assertBroken;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.Check;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.test.Hex;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.Pong;
import dev.mtproto.tl.schema.ResPQ;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the first answer and for what the client makes of it. */
class ResPqTests {

    private final ClientUnderTest client = new ClientUnderTest();

    private void refuses(Check check, TlObject answer) {
        byte[] body = Outcome.bytes(answer);
        assertBroken(check, () -> client.first.receive(body, 0, body.length));
        assertTrue(client.isErased());
        assertThrows(IllegalStateException.class, () -> client.first.receive(body, 0, body.length));
    }

    @Test
    @Tag("H2")
    void belongsToTheOwnNonce() {
        ResPQ right = client.resPq();
        refuses(
                Check.H2,
                new ResPQ(ClientUnderTest.OTHER, right.serverNonce(), right.pq(), right.serverPublicKeyFingerprints()));
    }

    @Test
    @Tag("H4")
    void isNoOtherObject() {
        refuses(Check.H4, new Pong(1, 2));
    }

    @Test
    @Tag("H4")
    void isNoAnswerOfALaterStep() {
        refuses(Check.H4, new DhGenOk(client.attempt.nonce, ClientUnderTest.SERVER_NONCE, ClientUnderTest.OTHER));
    }

    @Test
    @Tag("H4")
    void isNotCutOff() {
        byte[] body = Outcome.bytes(client.resPq());
        assertBroken(Check.H4, () -> client.first.receive(body, 0, body.length - 1));
    }

    @Test
    @Tag("H5")
    void offersAKnownKey() {
        byte[] pq = Unsigned.minimal(ClientUnderTest.PRIMES.product()).toByteArray();
        refuses(Check.H5, client.resPq(pq, List.of(1L, ClientUnderTest.fingerprint() + 1)));
    }

    @Test
    @Tag("H5")
    void offersNothingThatIsNoKeyAtAll() {
        byte[] pq = Unsigned.minimal(ClientUnderTest.PRIMES.product()).toByteArray();
        refuses(Check.H5, client.resPq(pq, List.of()));
    }

    @Test
    void letsTheClientTakeTheFirstKeyThatItKnows() {
        ServerKeys known = ServerKeys.telegram().and(TestServer.PUBLIC);
        Crypto crypto = TestServer.CRYPTO;
        for (RsaPublicKey key : known.keys()) {
            long wanted = ServerKeys.fingerprint(key, crypto).value();
            List<Long> offer = List.of(17L, wanted, ClientUnderTest.fingerprint());
            assertEquals(key, known.choose(offer, crypto).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // empty
                "00",
                "01",
                "02",
                "03",
                "04",
                "05",
                "07",
                "09",
                "0b", // too small, prime, square
                "30", // 48: more than two factors
                "494c553b", // a prime
                "7fffffffffffffe7", // the largest prime below 2^63
                "152bda68ca5db219", // the square of a prime
                "8000000000000001",
                "ffffffffffffffff", // beyond 2^63
                "0017ed48941a08f981" // right, but nine bytes
            })
    @Tag("H6")
    void hasAPqOfTwoDifferentPrimes(String pq) {
        refuses(Check.H6, client.resPq(Hex.bytes(pq), List.of(ClientUnderTest.fingerprint())));
    }

    @Test
    void mayHaveAShortPq() {
        byte[] body = Outcome.bytes(client.resPq(Hex.bytes("05c56d"), List.of(ClientUnderTest.fingerprint())));
        AwaitingDHParams next = client.first.receive(body, 0, body.length);
        assertArrayEquals(Hex.bytes("0265"), next.query().p().toByteArray());
        assertArrayEquals(Hex.bytes("0269"), next.query().q().toByteArray());
    }

    @Test
    @Tag("H7")
    void leadsToInnerDataOfAtMost144Bytes() {
        var random = new SeededRandom(1);
        RsaPublicKey key = TestServer.KEY.publicKey();
        assertEquals(256, RsaPad.encrypt(new byte[144], key, TestServer.CRYPTO, random).length);
        assertBroken(Check.H7, () -> RsaPad.encrypt(new byte[145], key, TestServer.CRYPTO, random));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2047, 2049, 4096})
    @Tag("H7")
    void isUsedWithKeysOf2048BitsAlone(int bits) {
        BigInteger sized = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
        BigInteger exponent = BigInteger.valueOf(65537);
        assertThrows(IllegalArgumentException.class, () -> new RsaPublicKey(sized, exponent));
    }

    @Test
    @Tag("H7")
    void neverSendsABlockThatIsNotBelowTheModulus() {
        // the smallest modulus of its size: every second block does not fit
        var key = new RsaPublicKey(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.valueOf(65537));
        var watch = new CryptoWrapper() {
            @Override
            public byte[] rsaPublic(RsaPublicKey used, byte[] block) {
                assertTrue(block[0] >= 0);
                return super.rsaPublic(used, block);
            }
        };
        var random = new SeededRandom(2);
        for (int i = 0; i < 20; i++) {
            assertEquals(256, RsaPad.encrypt(new byte[100], key, watch, random).length);
        }
    }

    @Test
    @Tag("H7")
    void isGivenUpWhereNoBlockEverFits() {
        var key = new RsaPublicKey(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.valueOf(65537));
        int refused = 0;
        for (byte value = 0; value < 16; value++) {
            byte fill = value;
            RandomSource stuck = (target, offset, length) -> Arrays.fill(target, offset, offset + length, fill);
            try {
                RsaPad.encrypt(new byte[100], key, TestServer.CRYPTO, stuck);
            } catch (KeyExchangeException e) {
                assertEquals(Check.H7, e.check().orElseThrow());
                refused++;
            }
        }
        assertTrue(refused > 0);
    }
}
