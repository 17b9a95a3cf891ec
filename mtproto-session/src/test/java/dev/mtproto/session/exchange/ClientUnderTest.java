package dev.mtproto.session.exchange;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.crypto.spi.TelegramGroup;
import dev.mtproto.test.SeededRandom;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.schema.ResPQ;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.ServerDHParamsOk;
import java.math.BigInteger;
import java.util.List;

/** A client whose secrets a test can see, and a server played by the test, which can say anything. */
final class ClientUnderTest {

    static final Int128 SERVER_NONCE = Int128.of(new SeededRandom(3).nextBytes(16));
    static final Int128 OTHER = Int128.of(new SeededRandom(4).nextBytes(16));
    static final PrimePair PRIMES = new PrimePair(1229739323L, 1402015859L);
    static final int SERVER_TIME = 1_700_000_000;
    static final int LOCAL_TIME = SERVER_TIME - 100;
    private static final byte[] A = new SeededRandom(5).nextBytes(256);
    static final byte[] PRIME = Unsigned.block(TelegramGroup.PRIME);
    static final byte[] G_A = TestServer.CRYPTO.modPow(new byte[] {3}, A, PRIME);

    final ClientAttempt attempt;
    final AwaitingResPQ first;

    ClientUnderTest() {
        this(TestServer.CRYPTO, new SeededRandom(6));
    }

    ClientUnderTest(Crypto crypto, RandomSource random) {
        attempt = new ClientAttempt(
                ExchangeRequest.permanent(TestServer.PUBLIC, TestServer.DC), crypto, random, InnerForm.WITH_DC);
        first = new AwaitingResPQ(attempt);
    }

    static long fingerprint() {
        return ServerKeys.fingerprint(TestServer.KEY.publicKey(), TestServer.CRYPTO)
                .value();
    }

    /** Returns a right answer to the first query, but for the given pq and fingerprints. */
    ResPQ resPq(byte[] pq, List<Long> fingerprints) {
        return new ResPQ(attempt.nonce, SERVER_NONCE, TlBytes.of(pq), fingerprints);
    }

    ResPQ resPq() {
        return resPq(Unsigned.minimal(PRIMES.product()).toByteArray(), List.of(fingerprint()));
    }

    AwaitingDHParams second() {
        byte[] body = Outcome.bytes(resPq());
        return first.receive(body, 0, body.length);
    }

    /** Returns right content for the second answer, but for the given group and value. */
    ServerDHInnerData inner(byte[] prime, int g, byte[] publicValue) {
        return new ServerDHInnerData(
                attempt.nonce, SERVER_NONCE, g, TlBytes.of(prime), TlBytes.of(publicValue), SERVER_TIME);
    }

    ServerDHInnerData inner() {
        return inner(PRIME, 3, G_A);
    }

    ServerDHParamsOk seal(TlObject inner) {
        byte[] text = HashedText.seal(inner, temporaryKeys(), TestServer.CRYPTO, new SeededRandom(8));
        return new ServerDHParamsOk(attempt.nonce, SERVER_NONCE, TlBytes.of(text));
    }

    /** Encrypts a text as it is, with its hash and padding. */
    ServerDHParamsOk sealRaw(byte[] text) {
        byte[] copy = text.clone();
        TemporaryKeys keys = temporaryKeys();
        TestServer.CRYPTO.newAesIge().encrypt(keys.key(), keys.iv(), copy, 0, copy.length);
        return new ServerDHParamsOk(attempt.nonce, SERVER_NONCE, TlBytes.of(copy));
    }

    TemporaryKeys temporaryKeys() {
        return TemporaryKeys.derive(attempt.secrets.newNonce, SERVER_NONCE.toByteArray(), TestServer.CRYPTO);
    }

    AwaitingVerdict third() {
        AwaitingDHParams second = second();
        return receive(second, seal(inner()));
    }

    static AwaitingVerdict receive(AwaitingDHParams step, TlObject answer) {
        byte[] body = Outcome.bytes(answer);
        return step.receive(body, 0, body.length, LOCAL_TIME);
    }

    static Verdict receive(AwaitingVerdict step, TlObject answer) {
        byte[] body = Outcome.bytes(answer);
        return step.receive(body, 0, body.length);
    }

    /** Returns the key of the running attempt as the server computes it. */
    AuthKeyParts key() {
        return AuthKeyParts.of(TestServer.CRYPTO.modPow(G_A, attempt.secrets.b, PRIME), TestServer.CRYPTO);
    }

    Int128 hash(int number) {
        return NonceHash.of(attempt.secrets.newNonce, number, key().auxHash(), TestServer.CRYPTO);
    }

    /** Tells whether all secrets are overwritten. */
    boolean isErased() {
        byte[] secrets = attempt.secrets.newNonce.clone();
        return new BigInteger(1, secrets).signum() == 0
                && new BigInteger(1, attempt.secrets.b).signum() == 0
                && new BigInteger(1, attempt.secrets.temporaryKeys.key()).signum() == 0
                && new BigInteger(1, attempt.secrets.temporaryKeys.iv()).signum() == 0;
    }
}
