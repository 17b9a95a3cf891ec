package dev.mtproto.session.exchange;

import dev.mtproto.tl.Int128;
import dev.mtproto.tl.Int256;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.TlReader;
import dev.mtproto.tl.schema.PQInnerData;
import dev.mtproto.tl.schema.PQInnerDataDc;
import dev.mtproto.tl.schema.PQInnerDataTemp;
import dev.mtproto.tl.schema.PQInnerDataTempDc;
import dev.mtproto.tl.schema.PQInnerDataType;
import java.util.OptionalInt;

/** The inner data of a client, whichever of the four forms it has. */
@SuppressWarnings("ArrayRecordComponent") // an array, so that it can be overwritten
record DecryptedInner(
        TlBytes pq,
        TlBytes p,
        TlBytes q,
        Int128 nonce,
        Int128 serverNonce,
        byte[] newNonce,
        OptionalInt dc,
        OptionalInt expiresIn) {

    static DecryptedInner read(TlReader reader) {
        PQInnerDataType data = PQInnerDataType.read(reader);
        if (data instanceof PQInnerDataDc d) {
            return of(d.pq(), d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), some(d.dc()), none());
        }
        if (data instanceof PQInnerDataTempDc d) {
            return of(
                    d.pq(), d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), some(d.dc()), some(d.expiresIn()));
        }
        if (data instanceof PQInnerDataTemp d) {
            return of(d.pq(), d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), none(), some(d.expiresIn()));
        }
        PQInnerData d = (PQInnerData) data;
        return of(d.pq(), d.p(), d.q(), d.nonce(), d.serverNonce(), d.newNonce(), none(), none());
    }

    private static DecryptedInner of(
            TlBytes pq,
            TlBytes p,
            TlBytes q,
            Int128 nonce,
            Int128 serverNonce,
            Int256 newNonce,
            OptionalInt dc,
            OptionalInt expiresIn) {
        byte[] secret = newNonce.toByteArray();
        newNonce.destroy();
        return new DecryptedInner(pq, p, q, nonce, serverNonce, secret, dc, expiresIn);
    }

    private static OptionalInt some(int value) {
        return OptionalInt.of(value);
    }

    private static OptionalInt none() {
        return OptionalInt.empty();
    }

    void erase() {
        Wipe.all(newNonce);
    }

    @Override
    public String toString() {
        return "DecryptedInner[secret]";
    }
}
