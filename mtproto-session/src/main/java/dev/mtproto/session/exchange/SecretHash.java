package dev.mtproto.session.exchange;

import dev.mtproto.crypto.ConstantTime;
import dev.mtproto.tl.Int128;

/** Comparison of hashes that only the holder of a secret can compute. */
final class SecretHash {

    private SecretHash() {}

    static boolean equal(Int128 answered, Int128 expected) {
        return ConstantTime.equal(answered.toByteArray(), expected.toByteArray());
    }
}
