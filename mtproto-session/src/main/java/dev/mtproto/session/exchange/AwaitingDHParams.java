package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.tl.schema.ReqDHParams;
import dev.mtproto.tl.schema.ServerDHInnerData;
import dev.mtproto.tl.schema.ServerDHParams;
import dev.mtproto.tl.schema.ServerDHParamsFail;
import dev.mtproto.tl.schema.ServerDHParamsOk;

/** The step of a client that has sent the encrypted new_nonce and awaits the server's half of the key. */
public final class AwaitingDHParams {

    private final ClientAttempt attempt;
    private final ReqDHParams query;

    AwaitingDHParams(ClientAttempt attempt, ReqDHParams query) {
        this.attempt = attempt;
        this.query = query;
        attempt.enter(this);
    }

    /** Returns the query to send, the same at every call. */
    public ReqDHParams query() {
        return query;
    }

    /**
     * Takes the answer: checks the group and the server's half, draws the client's half.
     *
     * @param body the array that holds the answer's TL object; bytes behind the object are ignored
     * @param offset the index of its first byte
     * @param length its length, in bytes
     * @param unixSeconds the local clock's time in seconds
     * @return the next step
     * @throws KeyExchangeException if the answer is a refusal or breaks a rule; the secrets are erased
     * @throws IllegalStateException if an answer was taken before
     */
    public AwaitingVerdict receive(byte[] body, int offset, int length, long unixSeconds) {
        return attempt.receive(this, () -> {
            ServerDHParams answer = attempt.read(body, offset, length, ServerDHParams::read);
            if (answer instanceof ServerDHParamsFail refusal) {
                throw refused(refusal);
            }
            return accept((ServerDHParamsOk) answer, unixSeconds);
        });
    }

    @Enforces({Check.H2, Check.H3, Check.H20})
    private KeyExchangeException refused(ServerDHParamsFail answer) {
        attempt.checkNonces(answer.nonce(), answer.serverNonce());
        boolean genuine = SecretHash.equal(
                answer.newNonceHash(), NonceHash.ofParamsFail(attempt.secrets.newNonce, attempt.crypto));
        return Fault.of(
                Check.H20,
                genuine ? "the server refuses the inner data" : "a refusal with a wrong new_nonce_hash: a forgery");
    }

    @Enforces({Check.H2, Check.H3, Check.H8, Check.H9, Check.H10})
    private AwaitingVerdict accept(ServerDHParamsOk answer, long unixSeconds) {
        attempt.checkNonces(answer.nonce(), answer.serverNonce());
        ClientSecrets secrets = attempt.secrets;
        secrets.temporaryKeys =
                TemporaryKeys.derive(secrets.newNonce, attempt.serverNonce().toByteArray(), attempt.crypto);
        ServerDHInnerData inner = HashedText.open(
                answer.encryptedAnswer().toByteArray(),
                secrets.temporaryKeys,
                attempt.crypto,
                ServerDHInnerData::read,
                Check.H8,
                Check.H9);
        Fault.unless(
                inner.nonce().equals(attempt.nonce) && inner.serverNonce().equals(attempt.serverNonce()),
                Check.H10,
                "the encrypted answer belongs to another exchange");
        long serverTime = Integer.toUnsignedLong(inner.serverTime());
        return new AwaitingVerdict(
                attempt, ServerHalf.check(inner, attempt.crypto), new ServerTime(serverTime, serverTime - unixSeconds));
    }
}
