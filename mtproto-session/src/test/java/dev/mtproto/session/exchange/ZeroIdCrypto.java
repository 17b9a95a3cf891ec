package dev.mtproto.session.exchange;

import dev.mtproto.crypto.Digest;
import java.util.Arrays;

/** A provider under which each text of 256 bytes, as a key is, has a SHA-1 of zeros: the only way to meet auth_key_id 0. */
final class ZeroIdCrypto extends CryptoWrapper {

    private int zeros = Integer.MAX_VALUE;

    /** Makes a provider that does so for the first keys alone. */
    ZeroIdCrypto first(int keys) {
        zeros = keys;
        return this;
    }

    @Override
    public Digest newSha1() {
        Digest sha1 = super.newSha1();
        return new Digest() {
            private int taken;

            @Override
            public int length() {
                return sha1.length();
            }

            @Override
            public void update(byte[] data, int offset, int length) {
                taken += length;
                sha1.update(data, offset, length);
            }

            @Override
            public void digest(byte[] target, int offset) {
                sha1.digest(target, offset);
                if (taken == 256 && zeros-- > 0) {
                    Arrays.fill(target, offset, offset + length(), (byte) 0);
                }
                taken = 0;
            }

            @Override
            public void reset() {
                taken = 0;
                sha1.reset();
            }
        };
    }
}
