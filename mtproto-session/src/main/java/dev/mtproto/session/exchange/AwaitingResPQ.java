package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.Fingerprint;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.crypto.RsaPublicKey;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ReqPqMulti;
import dev.mtproto.tl.schema.ResPQ;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;

/** The step of a client that has asked for pq. */
public final class AwaitingResPQ {

    /** A server offers a few; a hostile one might fill the message. */
    private static final int SHOWN_FINGERPRINTS = 8;

    private final ClientAttempt attempt;

    AwaitingResPQ(ClientAttempt attempt) {
        this.attempt = attempt;
        attempt.enter(this);
    }

    /** Returns the query to send, the same at every call. */
    public ReqPqMulti query() {
        return new ReqPqMulti(attempt.nonce);
    }

    /**
     * Takes the answer: chooses a key of the server, factorises pq, draws new_nonce and encrypts the inner data.
     *
     * @param body the array that holds the answer's TL object; bytes behind the object are ignored
     * @param offset the index of its first byte
     * @param length its length, in bytes
     * @return the next step
     * @throws KeyExchangeException if the answer breaks a rule; the secrets are erased
     * @throws IllegalStateException if an answer was taken before
     */
    public AwaitingDHParams receive(byte[] body, int offset, int length) {
        return attempt.receive(this, () -> accept(attempt.read(body, offset, length, ResPQ::read)));
    }

    @Enforces({Check.H2, Check.H5, Check.H16})
    private AwaitingDHParams accept(ResPQ answer) {
        attempt.checkNonce(answer.nonce());
        attempt.serverNonce(answer.serverNonce());
        RsaPublicKey key = attempt.request
                .keys()
                .choose(answer.serverPublicKeyFingerprints(), attempt.crypto)
                .orElseThrow(() -> unknownKeys(answer));
        PrimePair primes = factor(answer.pq());
        attempt.random.nextBytes(attempt.secrets.newNonce, 0, attempt.secrets.newNonce.length);
        byte[] data = InnerData.write(attempt, primes);
        byte[] encrypted = encrypt(data, key);
        return new AwaitingDHParams(
                attempt,
                new ReqDHParams(
                        attempt.nonce,
                        attempt.serverNonce(),
                        Unsigned.minimal(primes.p()),
                        Unsigned.minimal(primes.q()),
                        ServerKeys.fingerprint(key, attempt.crypto).value(),
                        TlBytes.of(encrypted)));
    }

    private byte[] encrypt(byte[] data, RsaPublicKey key) {
        try {
            return RsaPad.encrypt(data, key, attempt.crypto, attempt.random);
        } finally {
            Wipe.all(data);
        }
    }

    @Enforces(Check.H6)
    private static PrimePair factor(TlBytes pq) {
        Fault.unless(pq.length() >= 1 && pq.length() <= Long.BYTES, Check.H6, "pq of " + pq.length() + " bytes");
        byte[] number = new byte[Long.BYTES];
        System.arraycopy(pq.toByteArray(), 0, number, Long.BYTES - pq.length(), pq.length());
        return PqFactor.factor(ByteBuffer.wrap(number).getLong())
                .orElseThrow(() -> Fault.of(Check.H6, "pq is not the product of two different primes"));
    }

    private static KeyExchangeException unknownKeys(ResPQ answer) {
        String offered = answer.serverPublicKeyFingerprints().stream()
                .limit(SHOWN_FINGERPRINTS)
                .map(fingerprint -> new Fingerprint(fingerprint).toString())
                .collect(Collectors.joining(", "));
        return Fault.of(
                Check.H5,
                "the server offers the keys [" + offered
                        + "], of which this client knows none; give it the server's public key");
    }
}
