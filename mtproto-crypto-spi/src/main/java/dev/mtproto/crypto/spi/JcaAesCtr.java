package dev.mtproto.crypto.spi;

import dev.mtproto.crypto.AesCtr;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An AES-256-CTR key stream over a JCA cipher whose {@code update} gives out every byte at once. Not safe for threads. */
public final class JcaAesCtr implements AesCtr {

    private static final int CHUNK = 1 << 12;

    private final Cipher ctr;

    /** Where the cipher writes: within one array the JDK's would first copy all of its input to a new one. */
    private final byte[] scratch = new byte[CHUNK];

    /**
     * Starts a key stream.
     *
     * @param ctr {@code AES/CTR/NoPadding} of the provider; used by this object alone
     * @param key 32 bytes; copied
     * @param iv 16 bytes, the first counter block; copied
     */
    public JcaAesCtr(Cipher ctr, byte[] key, byte[] iv) {
        if (key.length != 32 || iv.length != 16) {
            throw new IllegalArgumentException("AES-256-CTR takes a key of 32 bytes and an IV of 16");
        }
        this.ctr = ctr;
        try {
            ctr.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-CTR cannot be set up", e);
        }
    }

    @Override
    public void apply(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        try {
            for (int done = 0; done < length; ) {
                int count = Math.min(scratch.length, length - done);
                int written = ctr.update(data, offset + done, count, scratch, 0);
                if (written != count) {
                    throw new IllegalStateException("the cipher held back " + (count - written) + " bytes");
                }
                System.arraycopy(scratch, 0, data, offset + done, count);
                done += count;
            }
        } catch (ShortBufferException e) {
            throw new IllegalStateException("AES-256-CTR failed", e);
        }
    }
}
