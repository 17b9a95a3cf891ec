package dev.mtproto.testkit.conformance;

import dev.mtproto.crypto.Digest;

/** A hash over slices, in one call. */
final class Hash {

    private Hash() {}

    static byte[] of(Digest digest, byte[]... slices) {
        for (byte[] slice : slices) {
            digest.update(slice);
        }
        return digest.digest();
    }
}
