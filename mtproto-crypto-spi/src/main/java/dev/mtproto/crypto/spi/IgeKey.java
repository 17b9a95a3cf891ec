package dev.mtproto.crypto.spi;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** A key object that is filled for one {@code init} and wiped after it. */
final class IgeKey implements SecretKey {

    private static final long serialVersionUID = 1;

    private final transient byte[] bytes = new byte[32];

    void set(byte[] key) {
        System.arraycopy(key, 0, bytes, 0, bytes.length);
    }

    @Override
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String getAlgorithm() {
        return "AES";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        return bytes.clone();
    }
}
