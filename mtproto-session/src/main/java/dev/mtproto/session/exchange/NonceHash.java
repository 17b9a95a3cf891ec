package dev.mtproto.session.exchange;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.Digest;
import dev.mtproto.tl.Int128;
import java.util.Arrays;

/** The hashes by which a server shows that it knows new_nonce. */
final class NonceHash {

    /** The number that stands for dh_gen_ok. */
    static final int OK = 1;
    /** The number that stands for dh_gen_retry. */
    static final int RETRY = 2;
    /** The number that stands for dh_gen_fail. */
    static final int FAIL = 3;

    private NonceHash() {}

    /** Returns new_nonce_hash1, 2 or 3: the last 16 bytes of SHA1(new_nonce + number + auth_key_aux_hash). */
    static Int128 of(byte[] newNonce, int number, byte[] auxHash, Crypto crypto) {
        Digest sha1 = crypto.newSha1();
        sha1.update(newNonce);
        sha1.update(new byte[] {(byte) number});
        sha1.update(auxHash);
        return tail(sha1);
    }

    /** Returns the new_nonce_hash of server_DH_params_fail: the last 16 bytes of SHA1(new_nonce). */
    static Int128 ofParamsFail(byte[] newNonce, Crypto crypto) {
        Digest sha1 = crypto.newSha1();
        sha1.update(newNonce);
        return tail(sha1);
    }

    private static Int128 tail(Digest sha1) {
        return Int128.of(Arrays.copyOfRange(sha1.digest(), 4, 20));
    }
}
