package dev.mtproto.crypto;

import java.util.Arrays;

/** What a message cipher works with and holds no key in between: the primitives of a provider, and room for derived secrets. */
final class MessageWorkbench {

    final AesIge ige;
    final Digest sha256;
    final byte[] msgKeyLarge = new byte[32];
    final byte[] key = new byte[32];
    final byte[] iv = new byte[32];
    final byte[] scratch = new byte[MessageKdf.SCRATCH];

    MessageWorkbench(Crypto crypto) {
        ige = crypto.newAesIge();
        sha256 = crypto.newSha256();
    }

    void wipe() {
        Arrays.fill(msgKeyLarge, (byte) 0);
        Arrays.fill(key, (byte) 0);
        Arrays.fill(iv, (byte) 0);
        Arrays.fill(scratch, (byte) 0);
    }
}
