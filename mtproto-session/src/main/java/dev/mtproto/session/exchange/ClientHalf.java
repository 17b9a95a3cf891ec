package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.tl.TlBytes;
import dev.mtproto.tl.schema.ClientDHInnerData;
import dev.mtproto.tl.schema.SetClientDHParams;

/** The client's half of the key: a fresh secret b, and g_b, encrypted. */
final class ClientHalf {

    /** A value outside the range comes up once in 2^63 draws; a source that gives nothing else is broken. */
    private static final int MAX_DRAWS = 64;

    private ClientHalf() {}

    /** Draws b into the secrets and returns the query that carries g_b. */
    static SetClientDHParams draw(ClientAttempt attempt, ServerHalf half, long retryId) {
        byte[] publicValue = drawPublicValue(attempt, half);
        var inner = new ClientDHInnerData(attempt.nonce, attempt.serverNonce(), retryId, TlBytes.of(publicValue));
        byte[] text = HashedText.seal(inner, attempt.secrets.temporaryKeys, attempt.crypto, attempt.random);
        return new SetClientDHParams(attempt.nonce, attempt.serverNonce(), TlBytes.of(text));
    }

    @Enforces({Check.H15, Check.H16})
    private static byte[] drawPublicValue(ClientAttempt attempt, ServerHalf half) {
        byte[] b = attempt.secrets.b;
        for (int draw = 0; draw < MAX_DRAWS; draw++) {
            attempt.random.nextBytes(b, 0, b.length);
            byte[] publicValue = half.power(b, attempt.crypto);
            if (DhCheck.isInRange(Unsigned.read(publicValue), half.prime())) {
                return publicValue;
            }
        }
        throw Fault.of(Check.H15, "no g_b inside its range in " + MAX_DRAWS + " draws");
    }
}
