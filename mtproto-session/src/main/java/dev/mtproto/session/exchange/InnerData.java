package dev.mtproto.session.exchange;

import dev.mtproto.tl.Int128;
import dev.mtproto.tl.Int256;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlObject;
import dev.mtproto.tl.TlWriter;
import dev.mtproto.tl.schema.PQInnerData;
import dev.mtproto.tl.schema.PQInnerDataDc;
import dev.mtproto.tl.schema.PQInnerDataTemp;
import dev.mtproto.tl.schema.PQInnerDataTempDc;

/** The inner data that a client encrypts under the server's RSA key, in the form that its request asks for. */
final class InnerData {

    private InnerData() {}

    /** Serialises it; the caller wipes the bytes. */
    static byte[] write(ClientAttempt attempt, PrimePair primes) {
        Int256 newNonce = Int256.of(attempt.secrets.newNonce);
        TlWriter writer = new TlWriter();
        object(attempt, primes, newNonce).writeTo(writer);
        newNonce.destroy();
        return Wipe.take(writer);
    }

    private static TlObject object(ClientAttempt attempt, PrimePair primes, Int256 newNonce) {
        TlBytes pq = Unsigned.minimal(primes.product());
        TlBytes p = Unsigned.minimal(primes.p());
        TlBytes q = Unsigned.minimal(primes.q());
        Int128 nonce = attempt.nonce;
        Int128 serverNonce = attempt.serverNonce();
        int dc = attempt.request.dc();
        boolean withDc = attempt.form == InnerForm.WITH_DC;
        if (attempt.request.expiresIn().isEmpty()) {
            return withDc
                    ? new PQInnerDataDc(pq, p, q, nonce, serverNonce, newNonce, dc)
                    : new PQInnerData(pq, p, q, nonce, serverNonce, newNonce);
        }
        int expiresIn = attempt.request.expiresIn().getAsInt();
        return withDc
                ? new PQInnerDataTempDc(pq, p, q, nonce, serverNonce, newNonce, dc, expiresIn)
                : new PQInnerDataTemp(pq, p, q, nonce, serverNonce, newNonce, expiresIn);
    }
}
