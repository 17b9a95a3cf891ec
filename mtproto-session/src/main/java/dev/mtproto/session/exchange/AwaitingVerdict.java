package dev.mtproto.session.exchange;

import dev.mtproto.api.AuthKey;
import dev.mtproto.api.AuthKeyId;
import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.tl.Int128;
import dev.mtproto.tl.schema.DhGenFail;
import dev.mtproto.tl.schema.DhGenOk;
import dev.mtproto.tl.schema.DhGenRetry;
import dev.mtproto.tl.schema.SetClientDHParams;
import dev.mtproto.tl.schema.SetClientDHParamsAnswer;

/** The step of a client that has sent its half of the key and awaits the server's verdict. */
public final class AwaitingVerdict {

    private static final int MAX_RETRIES = 5;

    private final ClientAttempt attempt;
    private final ServerHalf half;
    private final ServerTime time;
    private final int retries;
    private final SetClientDHParams query;

    AwaitingVerdict(ClientAttempt attempt, ServerHalf half, ServerTime time) {
        this(attempt, half, time, 0, 0);
    }

    private AwaitingVerdict(ClientAttempt attempt, ServerHalf half, ServerTime time, int retries, long retryId) {
        this.attempt = attempt;
        this.half = half;
        this.time = time;
        this.retries = retries;
        query = ClientHalf.draw(attempt, half, retryId);
        attempt.enter(this);
    }

    /** Returns the query to send, the same at every call. */
    public SetClientDHParams query() {
        return query;
    }

    /**
     * Takes the answer: computes the key and checks that the server has it too.
     *
     * @param body the array that holds the answer's TL object; bytes behind the object are ignored
     * @param offset the index of its first byte
     * @param length its length, in bytes
     * @return the key, or a further step where the server asks for another key
     * @throws KeyExchangeException if the answer is a refusal or breaks a rule; the secrets are erased
     * @throws IllegalStateException if an answer was taken before
     */
    public Verdict receive(byte[] body, int offset, int length) {
        return attempt.receive(this, () -> {
            SetClientDHParamsAnswer answer = attempt.read(body, offset, length, SetClientDHParamsAnswer::read);
            AuthKeyParts key = AuthKeyParts.of(half.agree(attempt.secrets.b, attempt.crypto), attempt.crypto);
            try {
                return judge(answer, key);
            } finally {
                key.erase();
            }
        });
    }

    @Enforces(Check.H17)
    private Verdict judge(SetClientDHParamsAnswer answer, AuthKeyParts key) {
        if (answer instanceof DhGenOk ok) {
            check(ok.nonce(), ok.serverNonce(), ok.newNonceHash1(), NonceHash.OK, key);
            return new Verdict.Created(created(key));
        }
        if (answer instanceof DhGenRetry retry) {
            check(retry.nonce(), retry.serverNonce(), retry.newNonceHash2(), NonceHash.RETRY, key);
            return new Verdict.Again(again(key));
        }
        DhGenFail fail = (DhGenFail) answer;
        check(fail.nonce(), fail.serverNonce(), fail.newNonceHash3(), NonceHash.FAIL, key);
        throw Fault.of(Check.H17, "the server refuses the key (dh_gen_fail)");
    }

    @Enforces({Check.H2, Check.H3, Check.H17})
    private void check(Int128 nonce, Int128 serverNonce, Int128 hash, int number, AuthKeyParts key) {
        attempt.checkNonces(nonce, serverNonce);
        Int128 expected = NonceHash.of(attempt.secrets.newNonce, number, key.auxHash(), attempt.crypto);
        Fault.unless(SecretHash.equal(hash, expected), Check.H17, "the verdict has a wrong new_nonce_hash" + number);
    }

    @Enforces(Check.H19)
    private AwaitingVerdict again(AuthKeyParts key) {
        Fault.unless(retries < MAX_RETRIES, Check.H19, "the server has refused " + (retries + 1) + " keys");
        return new AwaitingVerdict(attempt, half, time, retries + 1, key.retryId());
    }

    @Enforces({Check.H18, Check.H21})
    private ExchangeResult created(AuthKeyParts key) {
        Fault.unless(!key.id().equals(new AuthKeyId(0)), Check.H18, "the key has the auth_key_id 0");
        var expiresIn = attempt.request.expiresIn();
        AuthKey authKey = expiresIn.isEmpty()
                ? AuthKey.permanent(key.value(), key.id())
                : AuthKey.temporary(key.value(), key.id(), time.unixSeconds() + expiresIn.getAsInt());
        var salt = AuthKeyParts.firstSalt(
                attempt.secrets.newNonce, attempt.serverNonce().toByteArray());
        attempt.close();
        return new ExchangeResult(authKey, salt, time.offsetSeconds());
    }
}
