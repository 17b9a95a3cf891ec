package dev.mtproto.session.exchange;

import dev.mtproto.tl.TlWriter;
import java.util.Arrays;

/** Overwrites secrets. */
final class Wipe {

    private Wipe() {}

    static void all(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Takes what was written out of a writer that held a secret. */
    static byte[] take(TlWriter writer) {
        byte[] bytes = writer.toByteArray();
        Arrays.fill(writer.array(), (byte) 0);
        return bytes;
    }
}
