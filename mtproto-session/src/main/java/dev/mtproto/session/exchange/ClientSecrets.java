package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;

/** The secrets of a client exchange, in one place so that they can be overwritten together. */
final class ClientSecrets {

    /** new_nonce, 32 bytes. */
    final byte[] newNonce = new byte[32];
    /** b, the secret exponent of the running attempt, 2048 bits. */
    final byte[] b = new byte[256];
    /** The temporary AES key and IV, once they are derived. */
    TemporaryKeys temporaryKeys = new TemporaryKeys(new byte[32], new byte[32]);

    @Enforces(Check.H21)
    void erase() {
        Wipe.all(newNonce, b);
        temporaryKeys.erase();
    }
}
