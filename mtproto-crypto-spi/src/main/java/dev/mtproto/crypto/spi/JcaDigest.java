package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.Digest;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Objects;

/** A digest over one of a JCA provider. Not safe for use by several threads. */
public final class JcaDigest implements Digest {

    private final MessageDigest digest;
    private final int length;

    /**
     * Makes a digest.
     *
     * @param digest what does the work; used by this object alone
     */
    public JcaDigest(MessageDigest digest) {
        this.digest = digest;
        length = digest.getDigestLength();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void update(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        digest.update(data, offset, length);
    }

    @Override
    public void digest(byte[] target, int offset) {
        Objects.checkFromIndexSize(offset, length, target.length);
        try {
            digest.digest(target, offset, length);
        } catch (DigestException e) {
            throw new IllegalStateException("the digest failed", e);
        }
    }

    @Override
    public void reset() {
        digest.reset();
    }
}
