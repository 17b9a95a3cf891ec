package dev.mtproto.crypto.accp;

import dev.mtproto.crypto.AesIge;
import dev.mtproto.crypto.spi.JcaAesIge;

/**
 * Encrypts with ACCP's CBC. Decrypts with it what is short, and with the JDK's ECB what is longer: ACCP expands a key in 30
 * ns and crosses into native code for every block (75 ns); the JDK takes 14 to 24 ns a block, but up to JDK 24 a whole
 * microsecond for a new key.
 */
final class AccpAesIge implements AesIge {

    /** Up to this length ACCP decrypts faster, in bytes. JDK 25 expands keys faster and wins at every length. */
    static final int NATIVE_LIMIT = Runtime.version().feature() >= 25 ? 0 : 128;

    private final JcaAesIge accp;
    private final JcaAesIge jdk;

    AccpAesIge(JcaAesIge accp, JcaAesIge jdk) {
        this.accp = accp;
        this.jdk = jdk;
    }

    @Override
    public void encrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        accp.encrypt(key, iv, data, offset, length);
    }

    @Override
    public void decrypt(byte[] key, byte[] iv, byte[] data, int offset, int length) {
        (length <= NATIVE_LIMIT ? accp : jdk).decrypt(key, iv, data, offset, length);
    }
}
