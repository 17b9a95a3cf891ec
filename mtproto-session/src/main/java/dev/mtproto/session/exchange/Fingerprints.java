package dev.mtproto.session.exchange;

import dev.mtproto.api.Fingerprint;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.tl.TlWriter;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The fingerprint of an RSA key: the last 8 bytes of SHA-1 over the bare TL form {@code n:bytes e:bytes}. */
final class Fingerprints {

    private Fingerprints() {}

    static Fingerprint of(BigInteger modulus, BigInteger exponent, Crypto crypto) {
        TlWriter writer = new TlWriter();
        writer.writeBytes(Unsigned.minimal(modulus));
        writer.writeBytes(Unsigned.minimal(exponent));
        var sha1 = crypto.newSha1();
        sha1.update(writer.toByteArray());
        return new Fingerprint(
                ByteBuffer.wrap(sha1.digest()).order(ByteOrder.LITTLE_ENDIAN).getLong(12));
    }
}
